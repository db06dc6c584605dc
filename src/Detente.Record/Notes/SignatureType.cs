namespace Detente.Record.Notes;

/// <summary>What a key signs and how: the byte before the public key in a key's text (c2sp.org/signed-note, signature types).</summary>
#pragma warning disable CA1028 // It is one byte on the wire.
public enum SignatureType : byte
{
    /// <summary>None: no format has it.</summary>
    None = 0,

    /// <summary>Ed25519 over the text of the note.</summary>
    Ed25519 = 1,

    /// <summary>ECDSA. Recognised, and refused as a key: nothing here verifies it.</summary>
    Ecdsa = 2,

    /// <summary>Ed25519 over a time and the text: a cosignature (c2sp.org/tlog-cosignature).</summary>
    Ed25519Cosignature = 4,

    /// <summary>The tree head of RFC 6962 (c2sp.org/static-ct-api). Recognised, and refused as a key: nothing here verifies it.</summary>
    Rfc6962 = 5,

    /// <summary>ML-DSA-44 over a time, a cosigner, a log and a subtree (c2sp.org/tlog-cosignature). Read and counted; neither verified nor made here.</summary>
    MlDsa44Cosignature = 6,
}
#pragma warning restore CA1028
