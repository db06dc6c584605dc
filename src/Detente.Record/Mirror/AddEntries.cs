using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Witness;

namespace Detente.Record.Mirror;

/// <summary>
/// How a mirror decides (c2sp.org/tlog-mirror, add-entries): 404 for an unknown log; 409 for an end that is no pending checkpoint's size or below
/// the mirror's, and for a start that leaves a gap or lies too far back; 422 for a package that is not of the
/// pending tree; 400 for a malformed one, and where none came whole.
/// </summary>
/// <remarks>
/// It keeps nothing. The caller keeps each package durably before the next, never goes back, and cosigns the checkpoint only when all
/// entries below it are stored.
/// </remarks>
public static class AddEntries
{
    /// <summary>How far below the next entry a request may start, in entries: who sends again what is held wastes both sides' time.</summary>
    public const ulong MaxRepeated = AddEntriesRequest.MaxPackages * Tiles.TilePath.FullWidth;

    /// <summary>The pending checkpoint to check packages against; or the answer to give at once, before the entries are read.</summary>
    /// <param name="header">What the request begins with.</param>
    /// <param name="log">What is kept of the log of its origin; <c>null</c> for a log this mirror does not know.</param>
    /// <param name="ticket">A ticket to give with a 409; may be empty.</param>
    public static (Checkpoint? Pending, Answer? Refusal) Begin(AddEntriesHeader header, MirroredLog? log, ReadOnlyMemory<byte> ticket = default)
    {
        if (log is null)
        {
            return (null, Answer.Refused(404, new Rejection("add-entries/unknown-origin", $"The log {header.Origin} is not known here.")));
        }

        var pending = log.Pending.LastOrDefault(checkpoint => checkpoint.Size == header.End);
        var fits = pending is not null && header.End >= log.Size && header.Start <= log.Next && header.Start + MaxRepeated >= log.Next;
        return fits ? (pending, null) : (null, Where(header, log, ticket).Conflict());
    }

    /// <summary>The answer when the body has ended or a package was bad; <c>null</c> where all entries up to the end are stored, and the answer is the mirror's cosignature.</summary>
    /// <param name="header">What the request began with.</param>
    /// <param name="log">What is kept of the log now, after the good packages.</param>
    /// <param name="stored">How many packages of this request were good.</param>
    /// <param name="why">Why reading stopped before the end of the sequence: a bad package or a cut-off body; <c>null</c> where the body ended between packages.</param>
    /// <param name="ticket">A ticket to give with a 202; may be empty.</param>
    public static Answer? End(AddEntriesHeader header, MirroredLog log, int stored, Rejection? why, ReadOnlyMemory<byte> ticket = default)
        => why is { Rule: "add-entries/not-consistent" } ? Answer.Refused(422, why)
            : why is { Rule: not "add-entries/truncated" } ? Answer.Refused(400, why)
            : log.Size > header.End ? Where(header, log, ticket).Conflict()
            : log.Next >= header.End && why is null ? null
            : stored > 0 ? new MirrorInfo(header.End, log.Next, ticket).Accepted()
            : Answer.Refused(400, why ?? new Rejection("add-entries/truncated", "The request ends before its first package."));

    // The end a client used goes on being valid for it where it can; else the newest.
    private static MirrorInfo Where(AddEntriesHeader header, MirroredLog log, ReadOnlyMemory<byte> ticket)
        => new(
            header.End >= log.Size && log.Pending.Any(checkpoint => checkpoint.Size == header.End) ? header.End : log.Pending.Count == 0 ? 0 : log.Pending[^1].Size,
            log.Next,
            ticket);
}
