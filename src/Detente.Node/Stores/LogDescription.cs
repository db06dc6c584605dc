using System.Text;
using Detente.Record.Notes;

namespace Detente.Node.Stores;

/// <summary>
/// What log a store keeps, fixed when it is made. The file <c>log.txt</c>, UTF-8, lines end in LF:
/// <code>
/// detente log v1
/// &lt;origin&gt;
/// &lt;the log's verifier key, c2sp.org/signed-note&gt;
/// </code>
/// </summary>
/// <param name="Origin">The first line of its checkpoints, c2sp.org/tlog-checkpoint.</param>
/// <param name="Key">What its checkpoints are verified with.</param>
internal sealed record LogDescription(string Origin, VerifierKey Key)
{
    private const string Magic = "detente log v1";

    /// <summary>The file.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Magic}\n{Origin}\n{Key}\n");

    /// <summary>Reads it.</summary>
    /// <param name="bytes">What was read.</param>
    /// <param name="where">What the file is called in messages.</param>
    /// <exception cref="DamagedException">It is not such a file.</exception>
    public static LogDescription Read(byte[] bytes, string where)
    {
        if (Encoding.UTF8.GetString(bytes).Split('\n') is not [Magic, { Length: > 0 } origin, var vkey, ""])
        {
            throw new DamagedException(where, $"it does not say what log this is: three lines are needed, '{Magic}', the origin, and the verifier key. Put back the file as it was.");
        }

        if (!VerifierKey.Parse(vkey).TryGet(out var key, out var rejection))
        {
            throw new DamagedException(where, $"the verifier key cannot be read: {rejection}. Put back the file as it was.");
        }

        var description = new LogDescription(origin, key);
        return description.ToBytes().AsSpan().SequenceEqual(bytes) ? description : throw new DamagedException(where, "it holds bytes that do not belong there. Put back the file as it was.");
    }
}
