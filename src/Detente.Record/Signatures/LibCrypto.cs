using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Detente.Record.Signatures;

/// <summary>
/// OpenSSL's libcrypto, 3.0 or later, where it is installed. It signs by Ed25519, in a time that does not depend on the key, and makes keys of passphrases.
/// Signatures are not checked by it: its answer on points of low order is another than other libraries give, managed code is
/// faster here, and one way to check gives one answer.
/// </summary>
public static unsafe class LibCrypto
{
    /// <summary>EVP_PKEY_ED25519 of openssl/evp.h.</summary>
    private const int Ed25519 = 1087;

    /// <summary>Where it is looked for, in this order. macOS ends a process that loads the unversioned name.</summary>
    private static readonly string[] Files =
        OperatingSystem.IsWindows() ? ["libcrypto-3-x64.dll", "libcrypto-3-arm64.dll"]
        : OperatingSystem.IsMacOS() ? ["libcrypto.3.dylib", "/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib", "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib"]
        : ["libcrypto.so.3"];

    private static readonly Functions? Loaded = Load();

    /// <summary>Whether it is installed. Where it is not, a private key in memory cannot sign.</summary>
    [MemberNotNullWhen(true, nameof(Loaded))]
    public static bool IsPresent => Loaded is not null;

    private static Functions Needed => Loaded ?? throw new PlatformNotSupportedException(
        $"Signing needs libcrypto of OpenSSL 3, which is not installed: looked for {string.Join(", ", Files)}.");

    internal static LibCryptoKey PublicKey(ReadOnlySpan<byte> key)
    {
        fixed (byte* bytes = key)
        {
            return Key(Needed.NewRawPublicKey(Ed25519, null, bytes, (nuint)key.Length));
        }
    }

    internal static LibCryptoKey PrivateKey(ReadOnlySpan<byte> seed)
    {
        fixed (byte* bytes = seed)
        {
            return Key(Needed.NewRawPrivateKey(Ed25519, null, bytes, (nuint)seed.Length));
        }
    }

    internal static byte[] PublicBytes(LibCryptoKey key)
    {
        var bytes = new byte[Ed25519PublicKey.Size];
        var length = (nuint)bytes.Length;
        using var held = new Held(key);
        fixed (byte* start = bytes)
        {
            Done(Needed.GetRawPublicKey(held.Pointer, start, &length), "EVP_PKEY_get_raw_public_key");
        }

        return bytes;
    }

    internal static byte[] Sign(LibCryptoKey key, ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519PublicKey.SignatureSize];
        var length = (nuint)signature.Length;
        using var held = new Held(key);
        using var digest = new Digest(Needed);
        Done(Needed.DigestSignInit(digest.Pointer, null, null, null, held.Pointer), "EVP_DigestSignInit");
        fixed (byte* to = signature, from = message)
        {
            Done(Needed.DigestSign(digest.Pointer, to, &length, from, (nuint)message.Length), "EVP_DigestSign");
        }

        return signature;
    }

    /// <summary>What libcrypto says of a signature: a second opinion, to compare with.</summary>
    internal static bool Verifies(LibCryptoKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var held = new Held(key);
        using var digest = new Digest(Needed);
        Done(Needed.DigestVerifyInit(digest.Pointer, null, null, null, held.Pointer), "EVP_DigestVerifyInit");
        bool verifies;
        fixed (byte* of = signature, from = message)
        {
            verifies = Needed.DigestVerify(digest.Pointer, of, (nuint)signature.Length, from, (nuint)message.Length) == 1;
        }

        // What a failed check leaves in the thread's list of errors is nobody's business, .NET's own calls least of all.
        if (!verifies)
        {
            Needed.ClearErrors();
        }

        return verifies;
    }

    /// <summary>A key of 32 bytes from a passphrase, by scrypt (RFC 7914).</summary>
    /// <param name="passphrase">Its bytes.</param>
    /// <param name="salt">Chosen by chance once.</param>
    /// <param name="cost">N: a power of two over 1.</param>
    /// <param name="blockSize">r.</param>
    /// <param name="parallel">p.</param>
    /// <exception cref="CryptographicException">libcrypto refuses the parameters, or has no memory for them.</exception>
    /// <exception cref="PlatformNotSupportedException">libcrypto is not installed.</exception>
    internal static byte[] Scrypt(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, ulong cost, ulong blockSize, ulong parallel)
    {
        var key = new byte[32];
        var memory = checked(128 * blockSize * (cost + parallel + 2)); // what RFC 7914 section 2 needs, with the two working blocks
        fixed (byte* secret = passphrase, salted = salt, to = key)
        {
            Done(Needed.Scrypt(secret, (nuint)passphrase.Length, salted, (nuint)salt.Length, cost, blockSize, parallel, memory, to, (nuint)key.Length), "EVP_PBE_scrypt");
        }

        return key;
    }

    private static LibCryptoKey Key(nint pointer)
    {
        Done(pointer == 0 ? 0 : 1, "EVP_PKEY_new_raw_key");
        return new LibCryptoKey(pointer, Needed.FreeKey);
    }

    private static void Done(int result, string function)
    {
        if (result != 1)
        {
            Needed.ClearErrors();
            throw new CryptographicException($"{function} of libcrypto failed.");
        }
    }

    private static Functions? Load()
    {
        foreach (var file in Files)
        {
            if (NativeLibrary.TryLoad(file, typeof(LibCrypto).Assembly, null, out var library))
            {
                return Functions.TryFind(library);
            }
        }

        return null;
    }

    /// <summary>A key, kept alive while it is used.</summary>
    private ref struct Held : IDisposable
    {
        private readonly LibCryptoKey key;
        private readonly bool isHeld;

        public Held(LibCryptoKey key)
        {
            this.key = key;
            key.DangerousAddRef(ref isHeld);
        }

        public readonly nint Pointer => key.DangerousGetHandle();

        public readonly void Dispose()
        {
            if (isHeld)
            {
                key.DangerousRelease();
            }
        }
    }

    /// <summary>An EVP_MD_CTX.</summary>
    private readonly ref struct Digest : IDisposable
    {
        private readonly Functions functions;

        public Digest(Functions functions)
        {
            this.functions = functions;
            Pointer = functions.NewDigest();
            Done(Pointer == 0 ? 0 : 1, "EVP_MD_CTX_new");
        }

        public nint Pointer { get; }

        public void Dispose() => functions.FreeDigest(Pointer);
    }

    /// <summary>The functions called, as openssl/evp.h and openssl/err.h declare them.</summary>
    private sealed class Functions
    {
        public readonly delegate* unmanaged<int, void*, byte*, nuint, nint> NewRawPublicKey;
        public readonly delegate* unmanaged<int, void*, byte*, nuint, nint> NewRawPrivateKey;
        public readonly delegate* unmanaged<nint, byte*, nuint*, int> GetRawPublicKey;
        public readonly delegate* unmanaged<nint, void> FreeKey;
        public readonly delegate* unmanaged<nint> NewDigest;
        public readonly delegate* unmanaged<nint, void> FreeDigest;
        public readonly delegate* unmanaged<nint, void*, void*, void*, nint, int> DigestSignInit;
        public readonly delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int> DigestSign;
        public readonly delegate* unmanaged<nint, void*, void*, void*, nint, int> DigestVerifyInit;
        public readonly delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int> DigestVerify;
        public readonly delegate* unmanaged<byte*, nuint, byte*, nuint, ulong, ulong, ulong, ulong, byte*, nuint, int> Scrypt;
        public readonly delegate* unmanaged<void> ClearErrors;

        private Functions(nint library)
        {
            NewRawPublicKey = (delegate* unmanaged<int, void*, byte*, nuint, nint>)NativeLibrary.GetExport(library, "EVP_PKEY_new_raw_public_key");
            NewRawPrivateKey = (delegate* unmanaged<int, void*, byte*, nuint, nint>)NativeLibrary.GetExport(library, "EVP_PKEY_new_raw_private_key");
            GetRawPublicKey = (delegate* unmanaged<nint, byte*, nuint*, int>)NativeLibrary.GetExport(library, "EVP_PKEY_get_raw_public_key");
            FreeKey = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "EVP_PKEY_free");
            NewDigest = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "EVP_MD_CTX_new");
            FreeDigest = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "EVP_MD_CTX_free");
            DigestSignInit = (delegate* unmanaged<nint, void*, void*, void*, nint, int>)NativeLibrary.GetExport(library, "EVP_DigestSignInit");
            DigestSign = (delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int>)NativeLibrary.GetExport(library, "EVP_DigestSign");
            DigestVerifyInit = (delegate* unmanaged<nint, void*, void*, void*, nint, int>)NativeLibrary.GetExport(library, "EVP_DigestVerifyInit");
            DigestVerify = (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int>)NativeLibrary.GetExport(library, "EVP_DigestVerify");
            Scrypt = (delegate* unmanaged<byte*, nuint, byte*, nuint, ulong, ulong, ulong, ulong, byte*, nuint, int>)NativeLibrary.GetExport(library, "EVP_PBE_scrypt");
            ClearErrors = (delegate* unmanaged<void>)NativeLibrary.GetExport(library, "ERR_clear_error");
        }

        /// <summary>The functions of a library, or <c>null</c> where it was built without one of them.</summary>
        public static Functions? TryFind(nint library)
        {
            try
            {
                return new Functions(library);
            }
            catch (EntryPointNotFoundException)
            {
                return null;
            }
        }
    }
}

/// <summary>An EVP_PKEY, freed once nobody uses it. What is private in it is wiped then.</summary>
internal sealed unsafe class LibCryptoKey : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly delegate* unmanaged<nint, void> free;

    public LibCryptoKey(nint pointer, delegate* unmanaged<nint, void> free)
        : base(ownsHandle: true)
    {
        this.free = free;
        SetHandle(pointer);
    }

    protected override bool ReleaseHandle()
    {
        free(handle);
        return true;
    }
}
