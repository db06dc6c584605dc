using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Record.Proofs;

/// <summary>Reads a policy line by line. A line is words apart by spaces and tabs; empty lines and lines that begin with # say nothing.</summary>
internal sealed class PolicyReader
{
    private static readonly Octets None = Octets.Of("none");

    private readonly List<PolicyLog> logs = [];
    private readonly List<PolicyWitness> witnesses = [];
    private readonly List<PolicyGroup> groups = [];
    private readonly HashSet<Octets> names = [];
    private readonly HashSet<Octets> members = [];
    private Octets? quorum;

    public static Parsed<Policy> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Policy.MaxLength)
        {
            return new Rejection("policy/too-long", $"The policy has {bytes.Length} bytes; at most {Policy.MaxLength} are read.");
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is (< 0x20 and not ((byte)'\t' or (byte)'\n')) or 0x7f)
            {
                return new Rejection("policy/control-character", $"The policy holds the octet 0x{bytes[i]:x2}; of control characters it may hold tab and line feed only.", i);
            }
        }

        if (!bytes.IsEmpty && bytes[^1] != '\n')
        {
            return new Rejection("policy/final-line-feed", "The last line of the policy does not end in a line feed.", bytes.Length);
        }

        var reader = new PolicyReader();
        var lines = new LineReader(bytes);
        while (lines.TryRead(out var line))
        {
            if (reader.Line(line) is { } rejection)
            {
                return rejection.At(lines.LineStart);
            }
        }

        return reader.quorum is { } quorum
            ? new Policy(reader.logs, reader.witnesses, reader.groups, quorum == None ? null : quorum)
            : new Rejection("policy/no-quorum", "The policy has no quorum line.", bytes.Length);
    }

    private Rejection? Line(ReadOnlySpan<byte> line)
    {
        var words = Words(line);
        return words.Count == 0 || words[0].Bytes[0] == '#' ? null : words[0].ToString() switch
        {
            "log" => Log(words),
            "witness" => Witness(words),
            "group" => Group(words),
            "quorum" => QuorumLine(words),
            _ => words[0].Broken("policy/keyword", "A line of the policy begins with another word than log, witness, group or quorum."),
        };
    }

    private Rejection? Log(List<Word> words)
    {
        if (words.Count is < 2 or > 3)
        {
            return words[0].Broken("policy/words", "A log line is not log, a key and perhaps a URL.");
        }

        if (!VerifierKey.Parse(words[1].Bytes).TryGet(out var key, out var rejection))
        {
            return rejection.At(words[1].Offset);
        }

        if (logs.Any(log => log.Key.PublicKey.Span.SequenceEqual(key.PublicKey.Span)))
        {
            return words[1].Broken("policy/duplicate-log", "Two logs of the policy have the same public key.");
        }

        logs.Add(new PolicyLog(key, words.Count > 2 ? words[2].Name : null));
        return TooMany(words, logs.Count, "logs");
    }

    private Rejection? Witness(List<Word> words)
    {
        if (words.Count is < 3 or > 4)
        {
            return words[0].Broken("policy/words", "A witness line is not witness, a name, a key and perhaps a URL.");
        }

        if (NewName(words[1]) is { } taken)
        {
            return taken;
        }

        if (!VerifierKey.Parse(words[2].Bytes).TryGet(out var key, out var rejection))
        {
            return rejection.At(words[2].Offset);
        }

        if (key.Type == SignatureType.Ed25519)
        {
            return words[2].Broken("policy/witness-key-type", "The key of a witness is not of a type that cosigns (04 or 06).");
        }

        if (witnesses.Any(witness => witness.Key.PublicKey.Span.SequenceEqual(key.PublicKey.Span)))
        {
            return words[2].Broken("policy/duplicate-witness", "Two witnesses of the policy have the same public key.");
        }

        witnesses.Add(new PolicyWitness(words[1].Name, key, words.Count > 3 ? words[3].Name : null));
        return TooMany(words, witnesses.Count, "witnesses");
    }

    private Rejection? Group(List<Word> words)
    {
        if (words.Count < 4)
        {
            return words[0].Broken("policy/words", "A group line is not group, a name, a threshold and members.");
        }

        // Its own name is taken last, so that it cannot be its own member.
        var count = words.Count - 3;
        foreach (var member in words[3..])
        {
            if (member.Name == None || !names.Contains(member.Name))
            {
                return member.Broken("policy/unknown-name", $"{member.Name} is no witness and no group of a line before.");
            }

            if (!members.Add(member.Name))
            {
                return member.Broken("policy/second-membership", $"{member.Name} is a member of a group already.");
            }
        }

        ulong threshold;
        switch (words[2].ToString())
        {
            case "all":
                threshold = (ulong)count;
                break;
            case "any":
                threshold = 1;
                break;
            default:
                if (!StrictDecimal.TryRead(words[2].Bytes, out threshold, out _) || threshold == 0 || threshold > (ulong)count)
                {
                    return words[2].Broken("policy/threshold", $"The threshold of a group of {count} is not all, any or 1 to {count} without leading zero.");
                }

                break;
        }

        if (NewName(words[1]) is { } taken)
        {
            return taken;
        }

        groups.Add(new PolicyGroup(words[1].Name, (int)threshold, [.. words[3..].Select(member => member.Name)]));
        return TooMany(words, groups.Count, "groups");
    }

    private Rejection? QuorumLine(List<Word> words)
    {
        if (words.Count != 2)
        {
            return words[0].Broken("policy/words", "A quorum line is not quorum and one name.");
        }

        if (quorum is not null)
        {
            return words[0].Broken("policy/second-quorum", "The policy has a second quorum line.");
        }

        if (words[1].Name != None && !names.Contains(words[1].Name))
        {
            return words[1].Broken("policy/unknown-name", $"{words[1].Name} is no witness and no group of a line before.");
        }

        quorum = words[1].Name;
        return null;
    }

    private Rejection? NewName(Word word)
        => word.Name == None ? word.Broken("policy/reserved-name", "The name none is taken by the format.")
            : names.Add(word.Name) ? null
            : word.Broken("policy/duplicate-name", $"The name {word.Name} is given twice.");

    private static Rejection? TooMany(List<Word> words, int count, string what)
        => count > Policy.MaxCount ? words[0].Broken("policy/too-many", $"The policy has more than {Policy.MaxCount} {what}.") : null;

    private static List<Word> Words(ReadOnlySpan<byte> line)
    {
        var words = new List<Word>();
        for (var at = 0; at < line.Length;)
        {
            var length = line[at..].IndexOfAny((byte)' ', (byte)'\t');
            length = length < 0 ? line.Length - at : length;
            if (length > 0)
            {
                words.Add(new Word(line.Slice(at, length).ToArray(), at));
            }

            at += length + 1;
        }

        return words;
    }

    private sealed record Word(byte[] Bytes, int Offset)
    {
        public Octets Name => new(Bytes);

        public Rejection Broken(string rule, string message) => new(rule, message, Offset);

        public override string ToString() => Name.ToString();
    }
}
