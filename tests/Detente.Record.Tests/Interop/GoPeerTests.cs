using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Signatures;
using Detente.Record.Tests.Merkle;

namespace Detente.Record.Tests.Interop;

/// <summary>What we write is read by the Go checksum database's own packages, and what they write by us.</summary>
public sealed class GoPeerTests(GoPeer peer) : IClassFixture<GoPeer>
{
    // Package tlog reads hashes in JSON as they stand, without escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Origin = "example.com/detente/0123456789abcdef";

    [Fact]
    public void They_read_a_folder_of_ours_with_100_000_entries()
    {
        Prepare();
        var folder = Directory.CreateTempSubdirectory("detente-tiles-");
        try
        {
            var entries = Entries(100_000);
            using var key = TestKeys.Of(1);
            var checkpoint = new Checkpoint(Origin, (ulong)entries.Length, new MemoryTree(entries).Root((ulong)entries.Length));
            TileFolder.Write(folder.FullName, entries, SignedNote.Sign(checkpoint.ToText(), new NoteSigner(Origin, key)));
            var vkey = $"{VerifierKey.Ed25519(Origin, key.PublicKey)}";

            using var answer = JsonDocument.Parse(Assert.Single(peer.Run("", "folder", folder.FullName, vkey)));
            var read = answer.RootElement;
            Assert.Equal(Origin, read.GetProperty("origin").GetString());
            Assert.Equal(100_000, read.GetProperty("size").GetInt64());
            Assert.Equal(checkpoint.Root.ToBase64(), read.GetProperty("root").GetString());
            Assert.Equal(entries.Sum(entry => (long)entry.Length), read.GetProperty("entryBytes").GetInt64());
            Assert.Equal(500, read.GetProperty("inclusions").GetInt32());
            Assert.Equal(500, read.GetProperty("consistencies").GetInt32());

            // One bit of one entry changed, or another signer expected: they notice.
            var bundle = Path.Combine(folder.FullName, "tile", "entries", "123");
            var bytes = File.ReadAllBytes(bundle);
            bytes[^1] ^= 1;
            File.WriteAllBytes(bundle, bytes);
            Assert.Contains("the entries have the root", peer.Refuses("folder", folder.FullName, vkey));
            using var other = TestKeys.Of(2);
            Assert.Contains("no verifiable signatures", peer.Refuses("folder", folder.FullName, $"{VerifierKey.Ed25519(Origin, other.PublicKey)}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void They_accept_our_proofs_and_refuse_the_same_ones_with_a_bit_changed()
    {
        Prepare();
        var entries = Entries(1000);
        var tree = new MemoryTree(entries);
        var random = new Random(3);
        var lines = new StringBuilder();
        var expected = new List<bool>();
        for (var i = 0; i < 1000; i++)
        {
            var size = (ulong)random.Next(1, entries.Length + 1);
            var index = (ulong)random.NextInt64((long)size);
            var inclusion = InclusionProof.Make(index, size, tree.Nodes);
            var consistency = ConsistencyProof.Make(index + 1, size, tree.Nodes);
            var changed = random.Next(2) == 0;
            Add(inclusion, new JsonObject { ["index"] = index, ["leaf"] = tree.Nodes(0, index).ToBase64() }, size, changed);
            Add(consistency, new JsonObject { ["oldSize"] = index + 1, ["oldRoot"] = tree.Root(index + 1).ToBase64() }, size, changed);
        }

        var answers = peer.Run($"{lines}", "proofs").Select(line => JsonNode.Parse(line)!["holds"]!.GetValue<bool>());
        Assert.Equal(expected, answers);
        Assert.Contains(true, expected);
        Assert.Contains(false, expected);

        void Add(Hash32[] hashes, JsonObject proof, ulong size, bool changed)
        {
            var place = hashes.Length == 0 ? -1 : random.Next(hashes.Length);
            proof["size"] = size;
            proof["root"] = tree.Root(size).ToBase64();
            proof["hashes"] = new JsonArray([.. hashes.Select((hash, at) => (JsonNode)(changed && at == place ? Flipped(hash) : hash).ToBase64())]);
            lines.AppendLine(proof.ToJsonString(Plain));
            expected.Add(!changed || place < 0);
        }
    }

    [Fact]
    public void We_open_their_checkpoint_and_their_proofs_verify()
    {
        Prepare();
        const int Leaves = 300;
        var seed = new byte[32];
        seed[0] = 7;
        var lines = peer.Run("", "make", Convert.ToHexStringLower(seed), Origin, $"{Leaves}");
        using var head = JsonDocument.Parse(lines[0]);
        var vkey = VerifierKey.Parse(head.RootElement.GetProperty("vkey").GetString()!).OrThrow();
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(head.RootElement.GetProperty("note").GetString()!)).OrThrow();
        Assert.True(note.Verify([vkey]).IsOk);
        var checkpoint = Checkpoint.Parse(note.Text.Span).OrThrow();

        // The same entries give us the same roots, and the same key the same bytes.
        var entries = Enumerable.Range(0, Leaves).Select(i => new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes($"entry {i}"))).ToArray();
        var tree = new MemoryTree(entries);
        Assert.Equal(new Checkpoint(Origin, Leaves, tree.Root(Leaves)), checkpoint);
        Assert.Equal(
            Enumerable.Range(1, Leaves).Select(size => tree.Root((ulong)size).ToBase64()),
            head.RootElement.GetProperty("roots").EnumerateArray().Select(root => root.GetString()));
        using var key = Ed25519PrivateKey.FromSeed(seed);
        Assert.Equal(note.ToBytes(), SignedNote.Sign(checkpoint.ToText(), new NoteSigner(Origin, key)).ToBytes());

        var (inclusions, consistencies) = (0, 0);
        foreach (var line in lines.Skip(1))
        {
            using var document = JsonDocument.Parse(line);
            var proof = document.RootElement;
            var (size, root) = (proof.GetProperty("size").GetUInt64(), Hash(proof.GetProperty("root")));
            var hashes = proof.GetProperty("hashes").EnumerateArray().Select(Hash).ToArray();
            if (proof.TryGetProperty("leaf", out var leaf))
            {
                var index = proof.TryGetProperty("index", out var number) ? number.GetUInt64() : 0;
                Assert.True(InclusionProof.Verifies(index, size, Hash(leaf), hashes, root));
                Assert.Equal(InclusionProof.Make(index, size, tree.Nodes), hashes);
                inclusions++;
            }
            else
            {
                var oldSize = proof.GetProperty("oldSize").GetUInt64();
                Assert.True(ConsistencyProof.Verifies(oldSize, size, hashes, Hash(proof.GetProperty("oldRoot")), root));
                Assert.Equal(ConsistencyProof.Make(oldSize, size, tree.Nodes), hashes);
                consistencies++;
            }
        }

        Assert.True(inclusions > Leaves && inclusions == consistencies);
    }

    private static void Prepare()
    {
        GoPeer.SkipUnlessInstalled();
        Needs.LibCrypto();
    }

    /// <summary>Entries of many lengths, none and the longest allowed among them.</summary>
    private static ReadOnlyMemory<byte>[] Entries(int count)
    {
        var random = new Random(count);
        var entries = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            var entry = new byte[i == 5 ? ushort.MaxValue : random.Next(200)];
            random.NextBytes(entry);
            entries[i] = entry;
        }

        return entries;
    }

    private static Hash32 Hash(JsonElement text) => Hash32.Of(text.GetBytesFromBase64());

    private static Hash32 Flipped(in Hash32 hash)
    {
        var bytes = hash.ToArray();
        bytes[17] ^= 4;
        return Hash32.Of(bytes);
    }
}
