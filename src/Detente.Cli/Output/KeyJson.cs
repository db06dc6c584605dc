using System.Text.Json;
using Detente.Node.Keys;

namespace Detente.Cli.Output;

/// <summary>The JSON of a key: what may be handed out.</summary>
internal static class KeyJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, KeyFile key)
    {
        json.WriteStartObject();
        json.WriteString("name", key.Name);
        json.WriteString("kind", key.Kind == KeyKind.Agent ? "agent" : "encrypted");
        json.WriteString("publicKey", key.PublicKey.ToString());
        json.WriteString("vkey", key.Key.ToString());
        json.WriteString("cosignatureVkey", key.CosignatureKey.ToString());
        json.WriteEndObject();
    }

    /// <summary>A kind, for people.</summary>
    public static string InWords(KeyKind kind) => kind == KeyKind.Agent ? "in an ssh-agent" : "encrypted by a passphrase";
}
