using System.Text.Json;
using Detente.Assessment;

namespace Detente.Answers;

/// <summary>The words of a finding: why, and why on each party's account.</summary>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Accounts">One line for each of the finding's accounts, in their order.</param>
public sealed record Prose(string Reason, IReadOnlyList<string> Accounts)
{
    /// <summary>The words of a finding, out of its explanation.</summary>
    public static Prose Of(Explanation explanation) => new(
        explanation.OneLine,
        [.. explanation.Finding.Accounts.Select(account => AccountOf(explanation, account.By).Text)]);

    /// <summary>The tree of reasons of a party's account.</summary>
    public static Reason AccountOf(Explanation explanation, string party) => explanation.Accounts.First(told => told.By.Contains(party)).Reason;
}

/// <summary>A finding as JSON. Without prose it is what the digest covers.</summary>
public static class FindingJson
{
    /// <summary>The members, in the order of docs/output.md.</summary>
    public static void Members(Utf8JsonWriter json, Finding finding, Prose? prose)
    {
        json.WriteString("clause", finding.Clause);
        json.WriteString("party", finding.Party);
        json.WriteString("instance", finding.Instance);
        json.WriteString("verdict", Names.Of(finding.Verdict));
        json.WriteBoolean("late", finding.Late);
        Binds(json, finding.Binds);
        json.WriteString("basis", finding.Basis is { } basis ? Names.Of(basis) : null);
        json.WriteString("grade", finding.Grade is { } grade ? Names.Of(grade) : null);
        json.Instant("since", finding.Since);
        json.Instant("until", finding.Until);
        json.Instant("due", finding.Due);
        json.Number("left", finding.Left);
        if (prose is not null)
        {
            json.WriteString("reason", prose.Reason);
        }

        json.Objects("accounts", finding.Accounts.Select((account, i) => (account, i)), item =>
        {
            json.WriteString("by", item.account.By);
            json.WriteString("verdict", Names.Of(item.account.Verdict));
            if (prose is not null)
            {
                json.WriteString("reason", prose.Accounts[item.i]);
            }
        });
        json.Strings("cites", finding.Cites);
        json.Objects("settledBy", finding.SettledBy, need =>
        {
            json.WriteString("verb", Names.Of(need.Verb));
            json.WriteString("by", need.By);
            json.WriteString("about", need.About);
            json.Instant("asOf", need.AsOf);
        });
    }

    /// <summary>The member <c>binds</c>.</summary>
    public static void Binds(Utf8JsonWriter json, Binding binds)
    {
        json.WriteStartObject("binds");
        json.WriteString("state", Names.Of(binds.State));
        json.Instant("since", binds.Since);
        json.WriteString("by", binds.By);
        json.WriteEndObject();
    }
}
