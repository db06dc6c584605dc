namespace Detente.Record.Envelopes;

/// <summary>
/// What the payload of an envelope is: a media type, RFC 6838. The list is closed, and every place accepts exactly one, so
/// that what was signed as one thing never counts as another.
/// </summary>
public sealed class PayloadType
{
    /// <summary>What one party says: an entry of its log.</summary>
    public static readonly PayloadType Statement = new("statement");

    /// <summary>What the parties sign of an agreement: its hashes, and whose key signs for whom. Entry 0 of every log.</summary>
    public static readonly PayloadType AgreementSignature = new("agreement-signature");

    /// <summary>A statement rebuilt from sources by somebody who is not its author.</summary>
    public static readonly PayloadType Reconstruction = new("reconstruction");

    /// <summary>A statement somebody asks an author to sign.</summary>
    public static readonly PayloadType Draft = new("draft");

    /// <summary>What is in a bundle.</summary>
    public static readonly PayloadType BundleManifest = new("bundle-manifest");

    /// <summary>A notice from one machine to another.</summary>
    public static readonly PayloadType Webhook = new("webhook");

    private PayloadType(string kind) => Name = $"application/vnd.detente.{kind}.v1+json";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PayloadType> All { get; } = [Statement, AgreementSignature, Reconstruction, Draft, BundleManifest, Webhook];

    /// <summary>The media type, such as <c>application/vnd.detente.statement.v1+json</c>.</summary>
    public string Name { get; }

    /// <summary>The type of that name; <c>null</c> where it is none of them. Upper and lower case differ.</summary>
    public static PayloadType? Named(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;
}
