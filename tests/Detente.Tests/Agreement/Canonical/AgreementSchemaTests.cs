using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Detente.Agreement.Canonical;
using Detente.Tests.House;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Agreement.Canonical;

public sealed class AgreementSchemaTests
{
    private static readonly SchemaValidator Validator = new(JsonDocument.Parse(AgreementSchema.Json).RootElement);

    /// <summary>With <c>DETENTE_WRITE_GOLDEN=1</c> in the environment the golden file is written and not compared.</summary>
    [Fact]
    public void The_published_schema_is_the_one_in_the_code()
    {
        var file = Path.Combine(Tree.Root, "docs", "schema", "agreement.schema.json");
        if (Environment.GetEnvironmentVariable("DETENTE_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, AgreementSchema.Json);
        }

        Assert.Equal(File.ReadAllText(file), AgreementSchema.Json);
    }

    [Fact]
    public void What_is_written_is_valid() => Prop.ForAll(
        CanonicalInstrumentGenerator.Instruments,
        instrument => IsValid(CanonicalJson.Write(instrument))).QuickCheckThrowOnFailure();

    /// <summary>
    /// One value of a valid document is taken out, renamed or exchanged. The reader and the schema agree, but for what a
    /// schema cannot say: strings whose meaning is out of range. The changes here make none of those.
    /// </summary>
    [Fact]
    public void The_reader_and_the_schema_refuse_the_same_changes() => Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var document = JsonNode.Parse(CanonicalJson.Write(CanonicalInstrumentGenerator.Instrument(seed)))!;
            Change(document, new Random(seed));
            var json = Encoding.UTF8.GetBytes(document.ToJsonString());
            Assert.Equal(IsValid(json), CanonicalJson.Read(json).Instrument is not null);
        }).QuickCheckThrowOnFailure();

    private static bool IsValid(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Validator.IsValid(document.RootElement);
    }

    private static void Change(JsonNode document, Random random)
    {
        var objects = Objects(document).Where(each => each.Count > 0).ToArray();
        var target = objects[random.Next(objects.Length)];
        var name = target.ElementAt(random.Next(target.Count)).Key;
        JsonNode?[] others = [null, false, true, 0, -1, 7, 1e300, "", "1.5", "2020-02-29", "E", "each-party", new JsonArray(), new JsonArray("x"), new JsonObject()];
        switch (random.Next(4))
        {
            case 0:
                target.Remove(name);
                break;
            case 1:
                var value = target[name];
                target.Remove(name);
                target[name + "s"] = value;
                break;
            case 2:
                target[name] = objects[random.Next(objects.Length)].DeepClone();
                break;
            default:
                target[name] = others[random.Next(others.Length)];
                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
