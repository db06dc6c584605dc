namespace Detente.Tests.House;

/// <summary>Data flows one way: no compiled type uses a room that stands after its own, and a folder is its namespace.</summary>
public class ArrowTests
{
    private const string FixtureRoot = "Detente.Tests.House.Fixture";

    public static TheoryData<string> Assemblies => [.. Rooms.All.Select(rooms => rooms.Assembly)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_room_uses_a_room_after_it(string assembly)
        => Faults.None(Rooms.All.Single(rooms => rooms.Assembly == assembly).Faults(CompiledUses.Read(Tree.Assembly(assembly)), assembly));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_folder_is_its_namespace(string assembly)
    {
        var sources = CompiledSources.Read(Tree.Assembly(assembly)).ToList();
        Assert.NotEmpty(sources);
        Faults.None(CompiledSources.Misplaced(sources, $"src/{assembly}", assembly));
    }

    /// <summary>Whoever checks a record takes this assembly and the framework, and nothing else.</summary>
    [Fact]
    public void The_record_stands_alone()
    {
        var project = File.ReadAllText(Path.Combine(Tree.Root, "src", "Detente.Record", "Detente.Record.csproj"));
        Assert.DoesNotContain("<PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("<ProjectReference", project, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Time", "Quantities", true)]
    [InlineData("Quantities", "Time", false)]
    [InlineData("Statements", "Statements", true)]
    [InlineData("Statements", "Agreement.Model", false)]
    [InlineData("Agreement.Model", "Statements", true)]
    [InlineData("Agreement.Model", "Agreement.Text", false)]
    [InlineData("Agreement.Text", "Agreement.Model", true)]
    [InlineData("Agreement.Text", "Agreement.Canonical", false)]
    [InlineData("Agreement.Canonical", "Agreement.Text", true)]
    [InlineData("Agreement.Canonical", "Agreement.Check", false)]
    [InlineData("Agreement.Check", "Agreement.Text", true)]
    [InlineData("Agreement.Check", "Agreement.Canonical", false)]
    [InlineData("Agreement.Check", "Agreement", false)]
    [InlineData("Agreement", "Agreement.Check", true)]
    [InlineData("Assessment", "Agreement", true)]
    [InlineData("Agreement", "Assessment", false)]
    public void The_order_is_the_one_drawn(string from, string to, bool allowed) => Assert.Equal(allowed, Rooms.OfDomain.MayUse(from, to));

    [Theory]
    [InlineData("Detente.Agreement.Text.Lexing", "Agreement.Text")]
    [InlineData("Detente.Agreement", "Agreement")]
    [InlineData("Detente.Timekeeping", null)]
    [InlineData("Detente", null)]
    public void A_namespace_names_its_room(string @namespace, string? room) => Assert.Equal(room, Rooms.OfDomain.Of(@namespace, "Detente"));

    [Fact]
    public void A_type_outside_every_room_is_a_fault()
    {
        var stray = new TypeName("Detente.Helpers", "Stray");
        Assert.Equal(["Detente.Helpers.Stray stands in no room"], Rooms.OfDomain.Faults([new Use(stray, new TypeName("System", "Object"))], "Detente"));
    }

    /// <summary>Each type in the fixture's lowest room points upward in one way only; the reader finds them all.</summary>
    [Theory]
    [InlineData(nameof(Fixture.Quantities.UpByBase))]
    [InlineData(nameof(Fixture.Quantities.UpByInterface))]
    [InlineData(nameof(Fixture.Quantities.UpByConstraint))]
    [InlineData(nameof(Fixture.Quantities.UpByAttribute))]
    [InlineData(nameof(Fixture.Quantities.UpByField))]
    [InlineData(nameof(Fixture.Quantities.UpByGenericArgument))]
    [InlineData(nameof(Fixture.Quantities.UpByParameter))]
    [InlineData(nameof(Fixture.Quantities.UpByCall))]
    [InlineData(nameof(Fixture.Quantities.UpByTypeTest))]
    [InlineData(nameof(Fixture.Quantities.UpByCatch))]
    [InlineData(nameof(Fixture.Quantities.UpByLambda))]
    [InlineData(nameof(Fixture.Quantities.UpByGenericCall))]
    public void An_upward_use_is_found(string type)
    {
        var uses = CompiledUses.Read(typeof(ArrowTests).Assembly.Location);
        var faults = Rooms.OfDomain.Faults(uses, FixtureRoot).Where(fault => fault.StartsWith($"{FixtureRoot}.Quantities.{type} ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains($" uses {FixtureRoot}.Assessment.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_downward_use_is_no_fault()
    {
        var uses = CompiledUses.Read(typeof(ArrowTests).Assembly.Location);
        Assert.Contains(uses, use => use.From.Name == nameof(Fixture.Assessment.Down) && use.To.Namespace == $"{FixtureRoot}.Quantities");
        Assert.DoesNotContain(Rooms.OfDomain.Faults(uses, FixtureRoot), fault => fault.StartsWith($"{FixtureRoot}.Assessment.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_in_another_room_s_folder_is_found()
    {
        var sources = CompiledSources.Read(typeof(ArrowTests).Assembly.Location)
            .Where(source => source.Type.Namespace.StartsWith(FixtureRoot, StringComparison.Ordinal));
        Assert.Equal(
            [$"{FixtureRoot}.Assessment.Misplaced stands in tests/Detente.Tests/House/Fixture/Quantities/Upward.cs"],
            CompiledSources.Misplaced(sources, "tests/Detente.Tests", "Detente.Tests"));
    }
}
