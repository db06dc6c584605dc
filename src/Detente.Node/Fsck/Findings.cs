using Detente.Node.Disks;

namespace Detente.Node.Fsck;

/// <summary>Reads files, and collects what is wrong with them: nothing stops a check before its end.</summary>
internal sealed class Findings(IDisk disk)
{
    private readonly List<FsckFault> faults = [];
    private readonly List<FsckNote> notes = [];
    private readonly HashSet<string> faulty = [];

    /// <summary>What is damaged.</summary>
    public IReadOnlyList<FsckFault> Faults => faults;

    /// <summary>What is as it may be.</summary>
    public IReadOnlyList<FsckNote> Notes => notes;

    /// <summary>Something is damaged.</summary>
    public void Fault(string rule, string file, long? offset, string message)
    {
        faults.Add(new FsckFault(rule, file, offset, message));
        faulty.Add(file);
    }

    /// <summary>Whether something was said of a file already.</summary>
    public bool IsFaulty(string file) => faulty.Contains(file);

    /// <summary>Something is as it may be.</summary>
    public void Note(string file, string message) => notes.Add(new FsckNote(file, message));

    /// <summary>A file is there that none of the log's is.</summary>
    public void Stray(string file) => Fault("file/stray", file, null, "the log has no such file: move it away");

    /// <summary>A file that a call which broke off left behind under its working name.</summary>
    public void Leftover(string file) => Note(file, "left by a call that broke off; no reader uses it");

    /// <summary>The bytes of a file; <c>null</c> where there is none, and where it cannot be read, which is a fault.</summary>
    public byte[]? Read(string file)
    {
        try
        {
            return disk.Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Fault("file/unreadable", file, null, $"it cannot be read: {failure.Message}");
            return null;
        }
    }

    /// <summary>The bytes of a file; <c>null</c> where they cannot be had, without a word: for a file that is read again, and then spoken of.</summary>
    public byte[]? Peek(string file)
    {
        try
        {
            return disk.Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The names in a folder; none where there is no folder, and where it cannot be read, which is a fault.</summary>
    public IReadOnlyList<string> List(string folder)
    {
        try
        {
            return disk.List(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Fault("file/unreadable", folder, null, $"the folder cannot be read: {failure.Message}");
            return [];
        }
    }
}
