using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Detente.Record.Signatures;

namespace Detente.Record.Bench;

/// <summary>Ed25519: signatures checked and made in one second of processor time, by each way there is.</summary>
internal static unsafe class Ed25519Bench
{
    private const int Keys = 16;
    private const int Messages = 64;
    private const int MessageLength = 200; // about a checkpoint
    private const int Rounds = 3;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static int Run()
    {
        if (!LibCrypto.IsPresent)
        {
            Console.Error.WriteLine("ed25519: libcrypto is not installed, and nothing else here signs");
            return 2;
        }

        Console.WriteLine($"ed25519: {Keys} keys, {Messages} messages of {MessageLength} bytes, the best of {Rounds} rounds of {Round.TotalSeconds:0} s of processor time");
        Console.WriteLine($"managed path: {(Bmi2.X64.IsSupported ? "64-bit products of BMI2" : "64-bit products of the framework")}");

        var privateKeys = Enumerable.Range(0, Keys).Select(key => Ed25519PrivateKey.FromSeed(Bytes(key, Ed25519PrivateKey.SeedSize))).ToArray();
        var tests = Enumerable.Range(0, Messages).Select(i => new Test(privateKeys[i % Keys].PublicKey, Bytes(1000 + i, MessageLength), privateKeys[i % Keys].Sign(Bytes(1000 + i, MessageLength)))).ToArray();
        var rawKeys = tests.Select(test => LibCrypto.PublicKey(test.Key.Bytes.Span)).ToArray();

        var managed = Measure(i => tests[i].Key.Check(tests[i].Message, tests[i].Signature) is null);
        var libcrypto = Measure(i => Ed25519Rule.CheckSignature(tests[i].Signature) is null && LibCrypto.Verifies(rawKeys[i], tests[i].Message, tests[i].Signature));
        var raw = Measure(i => LibCrypto.Verifies(rawKeys[i], tests[i].Message, tests[i].Signature));
        var first = Measure(i => Ed25519PublicKey.Of(tests[i].Key.Bytes.Span).OrThrow().Check(tests[i].Message, tests[i].Signature) is null);
        var sign = Measure(i => privateKeys[i % Keys].Sign(tests[i].Message).Length == Ed25519PublicKey.SignatureSize);

        Print("managed", managed, raw);
        Print("managed, a new key each time", first, raw);
        Print("libcrypto after our checks", libcrypto, raw);
        Print("libcrypto alone", raw, raw);
        if (Sodium() is var sodium and not 0)
        {
            var verify = (delegate* unmanaged<byte*, byte*, ulong, byte*, int>)sodium;
            Print("libsodium", Measure(i => Verifies(verify, tests[i])), raw);
        }
        else
        {
            Console.WriteLine("libsodium is not installed (Debian: libsodium23): skipped");
        }

        Console.WriteLine($"{"sign, libcrypto",-32}{sign,10:N0} /s");
        return 0;
    }

    private static bool Verifies(delegate* unmanaged<byte*, byte*, ulong, byte*, int> verify, Test test)
    {
        fixed (byte* signature = test.Signature, message = test.Message, key = test.Key.Bytes.Span)
        {
            return verify(signature, message, (ulong)test.Message.Length, key) == 0;
        }
    }

    /// <summary>crypto_sign_ed25519_verify_detached, or 0.</summary>
    private static nint Sodium()
        => NativeLibrary.TryLoad("libsodium.so.23", out var library) && NativeLibrary.GetExport(library, "sodium_init") is var init && ((delegate* unmanaged<int>)init)() >= 0
            ? NativeLibrary.GetExport(library, "crypto_sign_ed25519_verify_detached")
            : 0;

    /// <summary>Times a second of processor time.</summary>
    private static double Measure(Func<int, bool> does)
    {
        var best = 0.0;
        for (var round = -1; round < Rounds; round++)
        {
            var (count, start) = (0, Process.GetCurrentProcess().TotalProcessorTime);
            TimeSpan used;
            do
            {
                for (var i = 0; i < Messages; i++)
                {
                    if (!does(i))
                    {
                        throw new InvalidOperationException("A good signature was refused.");
                    }
                }

                count += Messages;
                used = Process.GetCurrentProcess().TotalProcessorTime - start;
            }
            while (used < Round);

            // The first round is for the compiler.
            best = round < 0 ? 0 : Math.Max(best, count / used.TotalSeconds);
        }

        return best;
    }

    private static void Print(string name, double rate, double than) => Console.WriteLine($"{name,-32}{rate,10:N0} /s{rate / than,8:0.00} of libcrypto alone");

    private static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private sealed record Test(Ed25519PublicKey Key, byte[] Message, byte[] Signature);
}
