using System.Globalization;
using System.Text;

namespace Detente.Record.Proofs;

/// <summary>Writes a policy in one order: logs, witnesses, groups, quorum.</summary>
internal static class PolicyWriter
{
    public static byte[] Write(Policy policy)
    {
        var bytes = new List<byte>();
        foreach (var log in policy.Logs)
        {
            Line(bytes, Octets.Of("log"), Octets.Of(log.Key.ToString()), log.Url);
        }

        foreach (var witness in policy.Witnesses)
        {
            Line(bytes, Octets.Of("witness"), witness.Name, Octets.Of(witness.Key.ToString()), witness.Url);
        }

        foreach (var group in policy.Groups)
        {
            Line(bytes, [Octets.Of("group"), group.Name, Octets.Of(Threshold(group)), .. group.Members.Select(member => (Octets?)member)]);
        }

        Line(bytes, Octets.Of("quorum"), policy.Quorum ?? Octets.Of("none"));
        return [.. bytes];
    }

    private static string Threshold(PolicyGroup group)
        => group.Threshold == group.Members.Count ? "all" : group.Threshold == 1 ? "any" : group.Threshold.ToString(CultureInfo.InvariantCulture);

    private static void Line(List<byte> bytes, params ReadOnlySpan<Octets?> words)
    {
        foreach (var word in words)
        {
            if (word is { } present)
            {
                bytes.AddRange(present.ToArray());
                bytes.AddRange(" "u8);
            }
        }

        bytes[^1] = (byte)'\n';
    }
}
