using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Detente.Tests.House;

/// <summary>A type by name. A nested type counts as the outermost type around it.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <summary>One type uses another, or a member of it.</summary>
internal readonly record struct Use(TypeName From, TypeName To, string Member = "")
{
    public override string ToString() => $"{From} uses {Target}";

    /// <summary>What is used, with its member where one is named.</summary>
    public string Target => Member.Length == 0 ? $"{To}" : $"{To}.{Member}";
}

/// <summary>
/// Reads every use out of a compiled assembly: base types, interfaces, constraints, attributes, fields, signatures,
/// locals, caught exceptions, and the tokens in the bodies.
/// </summary>
/// <remarks>
/// What the compiler leaves no trace of is not seen: constants and names it inlined, and types named in the arguments of an attribute.
/// </remarks>
internal sealed class CompiledUses
{
    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly NameCollector names;
    private readonly HashSet<Use> uses = [];
    private TypeName from;

    private CompiledUses(PEReader image)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
        names = new NameCollector(this);
    }

    /// <summary>Every use in an assembly, of its own types and of others'.</summary>
    public static IReadOnlySet<Use> Read(string assemblyPath)
    {
        using var image = new PEReader(File.OpenRead(assemblyPath));
        var reader = new CompiledUses(image);
        foreach (var handle in reader.metadata.TypeDefinitions)
        {
            reader.ReadType(handle);
        }

        return reader.uses;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        from = metadata.OutermostName(handle);
        Add(type.BaseType);
        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(metadata.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            field.DecodeSignature(names, null);
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            property.DecodeSignature(names, null);
            AddAttributes(property.GetCustomAttributes());
        }

        foreach (var @event in type.GetEvents())
        {
            Add(metadata.GetEventDefinition(@event).Type);
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            ReadMethod(method);
        }
    }

    private void ReadMethod(MethodDefinition method)
    {
        method.DecodeSignature(names, null);
        AddAttributes(method.GetCustomAttributes());
        AddConstraints(method.GetGenericParameters());
        foreach (var parameter in method.GetParameters())
        {
            AddAttributes(metadata.GetParameter(parameter).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Add(region.CatchType);
        }

        foreach (var token in Tokens(body.GetILReader()))
        {
            Add(token);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(metadata.GetGenericParameter))
        {
            foreach (var constraint in parameter.GetConstraints())
            {
                Add(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    /// <summary>Adds what a token stands for: a type, or a member and the type it is declared in.</summary>
    private void Add(EntityHandle handle, string member = "")
    {
        switch (handle.Kind)
        {
            case var _ when handle.IsNil:
                break;
            case HandleKind.TypeDefinition:
                uses.Add(new Use(from, metadata.OutermostName((TypeDefinitionHandle)handle), member));
                break;
            case HandleKind.TypeReference:
                uses.Add(new Use(from, metadata.OutermostName((TypeReferenceHandle)handle), member));
                break;
            case HandleKind.TypeSpecification:
                names.Member = member;
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(names, null);
                names.Member = "";
                break;
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(field.GetDeclaringType(), metadata.GetString(field.Name));
                break;
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(method.GetDeclaringType(), metadata.GetString(method.Name));
                break;
            case HandleKind.MethodSpecification:
                var instance = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                instance.DecodeSignature(names, null);
                Add(instance.Method);
                break;
            case HandleKind.MemberReference:
                var reference = metadata.GetMemberReference((MemberReferenceHandle)handle);
                Add(reference.Parent, metadata.GetString(reference.Name));
                break;
            case HandleKind.StandaloneSignature:
                metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(names, null);
                break;
            default:
                throw new BadImageFormatException($"{from}: a token of kind {handle.Kind} is not understood.");
        }
    }

    /// <summary>The metadata tokens in a body, by the operand table of ECMA-335, partition III.</summary>
    private static IEnumerable<EntityHandle> Tokens(BlobReader body)
    {
        var tokens = new List<EntityHandle>();
        while (body.RemainingBytes > 0)
        {
            int code = body.ReadByte();
            if (code == 0xFE)
            {
                code = 0xFE00 | body.ReadByte();
            }

            switch (OperandTypes[code])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig:
                    tokens.Add(MetadataTokens.EntityHandle(body.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = body.ReadInt32();
                    body.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    body.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    body.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    body.Offset += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default: // a branch target, a 32-bit number, a string
                    body.Offset += 4;
                    break;
            }
        }

        return tokens;
    }

    private static readonly Dictionary<int, OperandType> OperandTypes = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>()
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    /// <summary>Walks a signature and adds each type in it. A member belongs to the first type named, the others are its arguments.</summary>
    private sealed class NameCollector(CompiledUses owner) : ISignatureTypeProvider<object?, object?>
    {
        public string Member { get; set; } = "";

        public object? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Add(handle);

        public object? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Add(handle);

        public object? GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind)
            => reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public object? GetModifiedType(object? modifier, object? unmodifiedType, bool isRequired) => null;

        public object? GetFunctionPointerType(MethodSignature<object?> signature) => null;

        public object? GetGenericInstantiation(object? genericType, ImmutableArray<object?> typeArguments) => null;

        public object? GetArrayType(object? elementType, ArrayShape shape) => null;

        public object? GetSZArrayType(object? elementType) => null;

        public object? GetByReferenceType(object? elementType) => null;

        public object? GetPointerType(object? elementType) => null;

        public object? GetPinnedType(object? elementType) => null;

        public object? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

        public object? GetGenericMethodParameter(object? context, int index) => null;

        public object? GetGenericTypeParameter(object? context, int index) => null;

        private object? Add(EntityHandle handle)
        {
            owner.Add(handle, Member);
            Member = "";
            return null;
        }
    }
}

/// <summary>Names out of metadata.</summary>
internal static class MetadataNames
{
    public static TypeName OutermostName(this MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    public static TypeName OutermostName(this MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }
}
