using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Detente.Tests.House;

/// <summary>A type and a file it was compiled from, as a path in the working tree.</summary>
internal readonly record struct Source(TypeName Type, string Path)
{
    public override string ToString() => $"{Type} stands in {Path}";
}

/// <summary>Reads which file each type was compiled from, out of the symbols beside an assembly.</summary>
internal static class CompiledSources
{
    /// <summary>What the compiler names the root of the working tree (PathMap in Directory.Build.props).</summary>
    private const string MappedRoot = "/detente/";

    /// <summary>The record by which the compiler names the files of a type without code.</summary>
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <summary>Every type with its files; generated files are left out.</summary>
    public static IReadOnlySet<Source> Read(string assemblyPath)
    {
        using var image = new PEReader(File.OpenRead(assemblyPath));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assemblyPath, ".pdb")));
        var metadata = image.GetMetadataReader();
        var symbols = provider.GetMetadataReader();
        var sources = new HashSet<Source>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.OutermostName(handle);
            var documents = OfMethods(metadata, symbols, handle).Concat(OfTypeWithoutCode(symbols, handle));
            foreach (var path in documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name)))
            {
                if (path.StartsWith(MappedRoot, StringComparison.Ordinal) && !path.Contains("/.build/", StringComparison.Ordinal))
                {
                    sources.Add(new Source(type, path[MappedRoot.Length..]));
                }
            }
        }

        return sources;
    }

    /// <summary>The types whose folder, below a project's, is not their namespace, below the project's.</summary>
    public static IEnumerable<string> Misplaced(IEnumerable<Source> sources, string projectFolder, string rootNamespace)
        => sources.Where(source => !IsInPlace(source, projectFolder, rootNamespace)).Select(source => $"{source}").Order();

    private static bool IsInPlace(Source source, string projectFolder, string rootNamespace)
    {
        var folder = source.Path[..source.Path.LastIndexOf('/')];
        return folder == projectFolder + source.Type.Namespace[rootNamespace.Length..].Replace('.', '/');
    }

    private static IEnumerable<DocumentHandle> OfMethods(MetadataReader metadata, MetadataReader symbols, TypeDefinitionHandle handle)
        => metadata.GetTypeDefinition(handle).GetMethods()
            .SelectMany(method => symbols.GetMethodDebugInformation(method).GetSequencePoints())
            .Select(point => point.Document)
            .Distinct();

    private static IEnumerable<DocumentHandle> OfTypeWithoutCode(MetadataReader symbols, TypeDefinitionHandle handle)
    {
        var documents = new List<DocumentHandle>();
        foreach (var information in symbols.GetCustomDebugInformation(handle).Select(symbols.GetCustomDebugInformation))
        {
            if (symbols.GetGuid(information.Kind) == TypeDefinitionDocuments)
            {
                var blob = symbols.GetBlobReader(information.Value);
                while (blob.RemainingBytes > 0)
                {
                    documents.Add(System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()));
                }
            }
        }

        return documents;
    }
}
