using System.Collections;
using System.Reflection;
using System.Text;
using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Generators;

/// <summary>A world as text, compactly: one line for each term, clause, line of coverage and statement.</summary>
internal static class WorldPrinter
{
    public static string Print(RandomWorld world)
    {
        var (agreement, record) = world;
        var text = new StringBuilder();
        text.Append($"parties {Join(agreement.Parties.Select(party => party.Code))}, neutrals {Join(agreement.Neutrals.Select(party => party.Code))}, ");
        text.Append($"signature {agreement.Signature}, entry into force {agreement.EntryIntoForce}, {(record.IsReconstruction ? "reconstruction" : "live")}\n");
        foreach (var term in agreement.Terms.Where(term => term is TerritoryTerm or CapitalTerm or ZoneTerm))
        {
            text.Append($"  {Show(term)}\n");
        }

        foreach (var clause in agreement.Clauses)
        {
            text.Append($"  clause {clause.Id}: {Show(clause.Sentence)}");
            text.Append(clause.From is null ? "" : $" from {Show(clause.From)}").Append(clause.Until is null ? "" : $" until {Show(clause.Until)}");
            text.Append(clause.Conditions.Count == 0 ? "" : $" conditions {Show(clause.Conditions)}").Append('\n');
        }

        foreach (var line in record.Coverage)
        {
            text.Append($"  covered {line.What} of {line.Party}{(line.Item is null ? "" : $" on {line.Item}")} {Days.PrintTick(line.From)} .. {Days.PrintTick(line.Until)} {line.Basis}\n");
        }

        foreach (var one in record.Statements)
        {
            text.Append($"  {one.Id}{(one.JointWith.Count == 0 ? "" : $" with {Join(one.JointWith)}")} {one.Verb}{(one.Supersedes is null ? "" : $" superseding {one.Supersedes}")}");
            text.Append($" made {one.Made} received {one.Received}{(one.ReceivedBy is null ? "" : $" {Show(one.ReceivedBy)}")}: {Show(one.Content)}\n");
        }

        return text.ToString();
    }

    /// <summary>Any value of the model: its type, and what it says.</summary>
    public static string Show(object? value) => value switch
    {
        null => "-",
        string text => text,
        Lapse or EventTime or Amount or Quantity => value.ToString()!,
        IDictionary map => $"{{{Join(map.Keys.Cast<object>().Select(key => $"{key}: {Show(map[key])}"))}}}",
        IEnumerable list => $"[{Join(list.Cast<object>().Select(Show))}]",
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum || value.GetType().Namespace == "NodaTime" || value is decimal => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        _ => $"{value.GetType().Name}({Join(Parts(value))})",
    };

    private static IEnumerable<string> Parts(object value) =>
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract"
        let part = property.GetValue(value)
        where part is not null and not false && !(part is ICollection { Count: 0 }) && !(part is IEnumerable and not string && !((IEnumerable)part).Cast<object>().Any())
        select $"{property.Name}: {Show(part)}";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
