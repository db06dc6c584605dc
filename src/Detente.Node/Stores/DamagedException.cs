namespace Detente.Node.Stores;

/// <summary>What is stored is not what was stored: bytes are missing, or do not agree with their hashes. Nothing is mended by guessing.</summary>
/// <param name="where">The file, or table, and the place in it.</param>
/// <param name="what">What does not agree, and what to do.</param>
#pragma warning disable CA1032 // It always says where and what.
public sealed class DamagedException(string where, string what) : Exception($"{where}: {what}")
{
    /// <summary>The file, or table, and the place in it.</summary>
    public string Where { get; } = where;
}

/// <summary>What was asked for would break a promise of the log, or another process has it. Nothing was changed.</summary>
public sealed class RefusedException(string message) : Exception(message);
#pragma warning restore CA1032
