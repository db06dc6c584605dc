using System.Security.Cryptography;
using System.Text;
using Detente.Node.Disks;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>Key files on the disk of this machine. Every refusal is a <see cref="KeyException"/> whose message can be shown.</summary>
public static class KeyFiles
{
    /// <summary>The longest passphrase, in bytes of UTF-8.</summary>
    public const int MaxPassphrase = 1024;

    /// <summary>The longest name of a new key, in bytes of UTF-8: cosignatures of ML-DSA-44 write its length in one byte (c2sp.org/tlog-cosignature).</summary>
    public const int MaxName = 255;

    /// <summary>Makes a private key by chance and keeps it in a new file, encrypted. It is durable when this returns.</summary>
    /// <param name="path">There must be no such file.</param>
    /// <param name="name">The key's name: of a log, its origin.</param>
    /// <param name="passphrase">Asked once nothing else stands in the way; not empty.</param>
    /// <exception cref="KeyException">The name can be no key's, the passphrase none, there is a file, or it cannot be written.</exception>
    public static KeyFile Create(string path, string name, Func<string> passphrase)
    {
        Refuse(path, name);
        var secret = Bytes(passphrase());
        var seed = RandomNumberGenerator.GetBytes(Ed25519PrivateKey.SeedSize);
        try
        {
            using var key = FromSeed(seed);
            return Write(path, KeyFile.Encrypt(name, key.PublicKey, seed, secret));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Writes a new file that names a key of the ssh-agent of this process.</summary>
    /// <param name="path">There must be no such file.</param>
    /// <param name="name">The key's name: of a log, its origin.</param>
    /// <param name="which">The fingerprint as <c>ssh-add -l</c> prints it, or the comment, of the key.</param>
    /// <exception cref="KeyException">As for <see cref="Create"/>; or the agent has no such key of Ed25519, or several.</exception>
    public static KeyFile CreateForAgent(string path, string name, string which)
    {
        Refuse(path, name);
        var all = SshAgent.OfProcess().Keys();
        var found = all.Where(key => SshKey.Fingerprint(key.Key) == which || key.Comment == which).ToList();
        return found switch
        {
            [var (key, _)] => Write(path, KeyFile.OfAgent(name, key)),
            [] when all.Count == 0 => throw new KeyException("the ssh-agent has no key of Ed25519"),
            [] => throw new KeyException($"the ssh-agent has no key of Ed25519 '{which}'; it has {string.Join(", ", all.Select(key => $"{SshKey.Fingerprint(key.Key)} ({key.Comment})"))}"),
            _ => throw new KeyException($"'{which}' stands for several keys of the ssh-agent: {string.Join(", ", found.Select(key => SshKey.Fingerprint(key.Key)))}; name one by its fingerprint"),
        };
    }

    /// <summary>Reads what a key file says in clear.</summary>
    /// <exception cref="KeyException">There is none, it cannot be read, or it is no key file.</exception>
    public static KeyFile Read(string path)
    {
        try
        {
            // A byte more than a key file can have is enough to refuse it.
            var bytes = new byte[KeyFile.MaxLength + 1];
            using var file = File.OpenRead(path);
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return KeyFile.Parse(bytes.AsSpan(0, length)).TryGet(out var key, out var rejection) ? key : throw new KeyException(path, rejection);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyException($"there is no key file {path}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyException($"{path} cannot be read: {fault.Message}");
        }
    }

    /// <summary>Opens a key to sign by it.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="passphrase">Asked only of an encrypted key; <c>null</c> where there is none to be had.</param>
    /// <exception cref="KeyException">As for <see cref="Read"/>; or the passphrase is wrong or missing, or no agent has the key.</exception>
    public static OpenedKey OpenSigner(string path, Func<string?> passphrase)
    {
        var file = Read(path);
        if (file.Kind == KeyKind.Agent)
        {
            var agent = SshAgent.OfProcess();
            return agent.Keys().Any(key => key.Key.Equals(file.PublicKey))
                ? new OpenedKey(file.Name, new SshAgentSigner(agent, file.PublicKey))
                : throw new KeyException($"the ssh-agent does not have the key {SshKey.Fingerprint(file.PublicKey)} of {path}: add it with ssh-add");
        }

        var secret = Bytes(passphrase() ?? throw new KeyException($"{path} is encrypted, and no passphrase was given"));
        try
        {
            return file.Decrypt(secret).TryGet(out var key, out var rejection) ? new OpenedKey(file.Name, key) : throw new KeyException(path, rejection);
        }
        catch (PlatformNotSupportedException missing)
        {
            throw new KeyException($"{path}: {missing.Message}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static byte[] Bytes(string passphrase)
    {
        var bytes = Encoding.UTF8.GetBytes(passphrase);
        return bytes.Length switch
        {
            0 => throw new KeyException("the passphrase is empty: a key is kept encrypted, or by an agent"),
            > MaxPassphrase => throw new KeyException($"the passphrase has {bytes.Length} bytes, and at most {MaxPassphrase} are used"),
            _ => bytes,
        };
    }

    private static Ed25519PrivateKey FromSeed(byte[] seed)
    {
        try
        {
            return Ed25519PrivateKey.FromSeed(seed);
        }
        catch (PlatformNotSupportedException missing)
        {
            throw new KeyException(missing.Message);
        }
    }

    private static void Refuse(string path, string name)
    {
        if (NoteText.BrokenName(name) is { } broken)
        {
            throw new KeyException($"'{name}' can be no key's name: it {broken}");
        }

        if (Encoding.UTF8.GetByteCount(name) > MaxName)
        {
            throw new KeyException($"'{name}' can be no key's name: it has more than {MaxName} bytes");
        }

        if (Path.Exists(path))
        {
            throw new KeyException($"{path} is there already, and no key is written over");
        }
    }

    /// <summary>Makes the file, for its owner alone. One that cannot be finished is removed: nobody was told of its key.</summary>
    private static KeyFile Write(string path, KeyFile key)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            try
            {
                file.Write(key.ToBytes());
                SystemCalls.SyncFile(file.SafeFileHandle, path);
                SystemCalls.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return key;
            }
            catch
            {
                File.Delete(path);
                throw;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyException($"{path} cannot be written: {fault.Message}");
        }
    }
}
