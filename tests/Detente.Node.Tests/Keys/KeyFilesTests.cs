using Detente.Node.Keys;

namespace Detente.Node.Tests.Keys;

/// <summary>Key files on a disk.</summary>
public sealed class KeyFilesTests : IDisposable
{
    private const string Name = "example.org/detente/log";

    private readonly string folder = Directory.CreateTempSubdirectory("detente-").FullName;

    private string Key => Path.Combine(folder, "log.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_new_key_signs_under_its_name()
    {
        Needs.LibCrypto();
        var made = KeyFiles.Create(Key, Name, () => "secret");
        var read = KeyFiles.Read(Key);
        Assert.Equal((Name, KeyKind.Encrypted, made.Key), (read.Name, read.Kind, read.Key));

        using var opened = KeyFiles.OpenSigner(Key, () => "secret");
        Assert.Equal((Name, made.PublicKey), (opened.Name, opened.Signer.PublicKey));
        Assert.Equal(made.Key, opened.NoteSigner.Key);
        Assert.True(made.PublicKey.Verifies("m"u8, opened.Signer.Sign("m"u8)));
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        Needs.LibCrypto();
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps access in lists of its own");
            return;
        }

        KeyFiles.Create(Key, Name, () => "secret");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key));
        Assert.Equal([Key], Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void No_key_is_written_over()
    {
        Needs.LibCrypto();
        File.WriteAllText(Key, "mine");
        Assert.Equal($"{Key} is there already, and no key is written over", Refusal(() => KeyFiles.Create(Key, Name, () => throw new InvalidOperationException("Not yet asked."))));
        Assert.Equal("mine", File.ReadAllText(Key));
        Assert.Contains("cannot be written", Refusal(() => KeyFiles.Create(Path.Combine(folder, "no", "such"), Name, () => "secret")), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_passphrases_that_cannot_be_are_refused_before_anything_is_written()
    {
        foreach (var name in (string[])["", "a b", "a+b", "a\nb", "a\u00a0b", new string('x', 256)])
        {
            Assert.Contains("can be no key's name", Refusal(() => KeyFiles.Create(Key, name, () => throw new InvalidOperationException("Not yet asked."))), StringComparison.Ordinal);
        }

        Assert.Contains("passphrase is empty", Refusal(() => KeyFiles.Create(Key, Name, () => "")), StringComparison.Ordinal);
        Assert.Contains("at most 1024", Refusal(() => KeyFiles.Create(Key, Name, () => new string('x', 1025))), StringComparison.Ordinal);
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public void What_cannot_be_opened_is_said_in_words()
    {
        Needs.LibCrypto();
        Assert.Equal($"there is no key file {Key}", Refusal(() => KeyFiles.OpenSigner(Key, () => "secret")));
        KeyFiles.Create(Key, Name, () => "secret");
        Assert.Equal($"{Key} is encrypted, and no passphrase was given", Refusal(() => KeyFiles.OpenSigner(Key, () => null)));
        Assert.Equal($"{Key}: The passphrase is not the one the key was encrypted by, or the file is damaged.", Refusal(() => KeyFiles.OpenSigner(Key, () => "Secret")));
        File.WriteAllText(Key, "mine");
        Assert.Equal("keyfile/first-line", Assert.Throws<KeyException>(() => KeyFiles.Read(Key)).Rejection?.Rule);
        File.WriteAllText(Key, new string('x', 1 << 20));
        Assert.Equal("keyfile/too-long", Assert.Throws<KeyException>(() => KeyFiles.Read(Key)).Rejection?.Rule);
        Assert.Contains("cannot be read", Refusal(() => KeyFiles.Read(folder)), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> call) => Assert.Throws<KeyException>(call).Message;
}
