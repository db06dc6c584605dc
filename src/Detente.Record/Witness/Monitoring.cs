using System.Security.Cryptography;
using System.Text;

namespace Detente.Record.Witness;

/// <summary>Where a witness or a mirror serves what it last cosigned of a log, below its monitoring prefix.</summary>
public static class Monitoring
{
    /// <summary>The folder of a log: the SHA-256 of its origin in lower-case hexadecimal. A mirror serves its copy of the log below it (c2sp.org/tlog-mirror).</summary>
    public static string Folder(string origin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)));

    /// <summary>The path of the checkpoint cosigned last, with the log's signature (c2sp.org/tlog-witness).</summary>
    public static string CheckpointPath(string origin) => $"{Folder(origin)}/checkpoint";
}
