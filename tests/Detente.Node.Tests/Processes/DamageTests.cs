using Detente.Cli;
using Detente.Node.Fsck;
using Detente.Record.Merkle;

namespace Detente.Node.Tests.Processes;

/// <summary>
/// One bit of each kind of file changes under a log of tiles on two levels: <c>fsck</c> names the file, and <c>append</c> refuses, or makes
/// the index again, or does not need what is damaged; what it signs is in every case the root of the entries that were brought.
/// </summary>
public sealed class DamageTests : IClassFixture<DamageTests.Filled>
{
    private readonly Filled filled;

    public DamageTests(Filled filled)
    {
        this.filled = filled;
        RealLog.PutBack($"{filled.Log.Root}/before/log", filled.Log.Folder);
        RealLog.PutBack($"{filled.Log.Root}/before/keys", $"{filled.Log.Root}/keys");
    }

    private RealLog Log => filled.Log;

    [Theory]
    [InlineData("log/log.txt", 3)]
    [InlineData("log/log.txt", 30)]
    [InlineData("log/public/checkpoint", 5)]
    [InlineData("log/public/checkpoint", 60)]
    [InlineData("log/public/checkpoint", -5)]
    [InlineData("log/public/tile/0/002.p/90", 0)]
    [InlineData("log/public/tile/1/000.p/2", 40)]
    [InlineData("log/public/tile/entries/002.p/90", -1)]
    [InlineData("log/public/tile/entries/002.p/90", 1)]
    [InlineData("log/journal/00000000000000000002", 100)]
    [InlineData("log/journal/00000000000000000002", 512 + 17)]
    [InlineData("log/journal/00000000000000000002", 512 * 20)]
    [InlineData("log/journal/00000000000000000002", -1)]
    [InlineData("keys/key.signed", 2)]
    [InlineData("keys/key.signed", 40)]
    [InlineData("keys/key.signed", -9)]
    [InlineData("keys/key", 1)]
    [InlineData("keys/key", 60)]
    public void What_a_writer_needs_is_named_and_nothing_is_signed(string file, int position)
    {
        Flip(file, position);
        IsNamed(file);
        NothingIsSigned();
    }

    /// <summary>What is encrypted in a key is known only to whoever opens it: fsck cannot tell, append does.</summary>
    [Fact]
    public void A_key_that_does_not_open_is_refused()
    {
        Flip("keys/key", -70, bit: 0);
        NothingIsSigned();
    }

    /// <summary>A writer reads the right edge of the tree alone. It goes on from there, and signs the tree that was brought.</summary>
    [Theory]
    [InlineData("log/public/tile/0/000", 77)]
    [InlineData("log/public/tile/0/001", -1)]
    [InlineData("log/public/tile/entries/000", 9)]
    [InlineData("log/public/tile/entries/001", -1)]
    public void What_a_writer_does_not_need_is_named_and_does_not_bend_what_it_signs(string file, int position)
    {
        Flip(file, position);
        IsNamed(file);
        var result = RealLog.Call(Log.Arguments("append", Log.Entry("one more")));
        if (result.Code != ExitCode.Kept)
        {
            RealLog.IsClear(result, file);
        }
        else
        {
            var signed = Log.Published().Checkpoint;
            var tree = new Frontier();
            tree.Append([.. Filled.Texts.Select(text => TreeHash.OfLeaf(System.Text.Encoding.UTF8.GetBytes(text))), TreeHash.OfLeaf("one more"u8)]);
            Assert.Equal((tree.Size, tree.Root), (signed.Size, signed.Root));
        }

        IsNamed(file);
    }

    /// <summary>The index is derived: append makes it again, or, where SQLite notices nothing, leaves it to fsck.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(18)]
    [InlineData(30)]
    [InlineData(4096)]
    [InlineData(4096 + 5)]
    [InlineData(8192 + 3)]
    [InlineData(-3)]
    [InlineData(-40)]
    public void An_index_is_named_or_no_worse_and_can_be_removed(int position)
    {
        Flip("log/index.sqlite", position);
        var before = Log.Check().Faults;
        Assert.All(before, fault => Assert.Equal("index/damaged", fault.Rule));
        var result = RealLog.Call(Log.Arguments("append", Log.Entry("one more")));
        if (result.Code != ExitCode.Kept)
        {
            RealLog.IsClear(result, $"byte {position}");
            Assert.Contains("index.sqlite", result.Error, StringComparison.Ordinal);
        }

        foreach (var file in Directory.GetFiles(Log.Folder, "index.sqlite*"))
        {
            File.Delete(file);
        }

        Log.Append("and one");
        var after = Log.Check();
        Assert.Empty(after.Faults);
        Assert.Equal(after.Entries, after.Indexed);
    }

    [Fact]
    public void An_index_of_no_database_is_made_again()
    {
        File.WriteAllText($"{Log.Folder}/index.sqlite", new string('x', 5000));
        IsNamed("log/index.sqlite");
        Log.Append("one more");
        Log.IsWhole("made again");
    }

    /// <summary>The same by processes: their exit codes, and what they print.</summary>
    [Fact]
    public void A_process_names_it_too()
    {
        Flip("log/public/tile/entries/002.p/90", -1);
        var check = RealLog.Run(["record", "fsck", Log.Folder, "--key", Log.Key, "--format", "json"]);
        Assert.Equal((ExitCode.Damaged, ""), (check.Code, check.Error));
        Assert.Contains($"\"file\": \"{Log.Folder}/public/tile/entries/002.p/90\"", check.Out, StringComparison.Ordinal);
        var signed = File.ReadAllBytes(Log.Key + ".signed");
        var append = RealLog.Run(Log.Arguments("append", Log.Entry("one more")));
        Assert.Equal((ExitCode.Damaged, ""), (append.Code, append.Out));
        RealLog.IsClear(append, "append");
        Assert.Equal(Log.Read(After(signed)), Log.Read(After(File.ReadAllBytes(Log.Key + ".signed"))));
    }

    private void Flip(string file, int position, int bit = 2)
    {
        var path = $"{Log.Root}/{file}";
        var bytes = File.ReadAllBytes(path);
        bytes[position < 0 ? bytes.Length + position : position] ^= (byte)(1 << bit);
        File.WriteAllBytes(path, bytes);
    }

    private void IsNamed(string file)
    {
        var result = RealLog.Call("record", "fsck", Log.Folder, "--key", Log.Key, "--format", "json");
        Assert.Equal(ExitCode.Damaged, result.Code);
        Assert.Contains($"\"file\": \"{Log.Root}/{file}\"", result.Out, StringComparison.Ordinal);
    }

    private void NothingIsSigned()
    {
        var (signed, published) = (File.ReadAllBytes(Log.Key + ".signed"), File.ReadAllBytes($"{Log.Folder}/public/checkpoint"));
        var result = RealLog.Call(Log.Arguments("append", Log.Entry("one more")));
        RealLog.IsClear(result, "append");
        Assert.Equal("", result.Out);
        Assert.Equal(signed, File.ReadAllBytes(Log.Key + ".signed"));
        Assert.Equal(published, File.ReadAllBytes($"{Log.Folder}/public/checkpoint"));
    }

    /// <summary>The note in what stands beside a key.</summary>
    private static byte[] After(byte[] signed)
    {
        var start = 0;
        for (var line = 0; line < 3; line++)
        {
            start += signed.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return signed[start..];
    }

    /// <summary>The log, made once.</summary>
    public sealed class Filled : IDisposable
    {
        internal static readonly IReadOnlyList<string> Texts = [.. Enumerable.Range(0, 602).Select(i => $"entry {i} {new string('.', i % 41)}")];

        public Filled()
        {
            Log.Append([.. Texts]);
            RealLog.Copy(Log.Folder, $"{Log.Root}/before/log");
            RealLog.Copy($"{Log.Root}/keys", $"{Log.Root}/before/keys");
        }

        internal RealLog Log { get; } = new();

        public void Dispose() => Log.Dispose();
    }
}
