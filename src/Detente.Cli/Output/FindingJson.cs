using System.Text.Json;
using Detente.Assessment;

namespace Detente.Cli.Output;

/// <summary>The words of a finding: why, and why on each party's account.</summary>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Accounts">One line for each of the finding's accounts, in their order.</param>
internal sealed record Prose(string Reason, IReadOnlyList<string> Accounts)
{
    /// <summary>The words of a finding, out of its explanation.</summary>
    /// <param name="explanation">Equal accounts are told once in it, so an account takes the next one that comes to its verdict.</param>
    /// <param name="line">The reason of the line that bears it, or <c>null</c>: then the first account with the finding's verdict says it.</param>
    public static Prose Of(Explanation explanation, string? line)
    {
        var finding = explanation.Finding;
        var accounts = finding.Accounts.Select((account, i) => AccountOf(explanation, account, i)?.Text ?? "").ToList();
        var deciding = Math.Max(0, finding.Accounts.ToList().FindIndex(account =>
            account.Verdict == finding.Verdict || (finding.Verdict == Verdict.Disputed && account.Verdict == Verdict.NotKept)));
        return new Prose(line ?? accounts.ElementAtOrDefault(deciding) ?? "", accounts);
    }

    /// <summary>The tree of reasons of the finding's i-th account.</summary>
    public static Reason? AccountOf(Explanation explanation, AccountVerdict account, int i) =>
        explanation.Accounts.Count == explanation.Finding.Accounts.Count
            ? explanation.Accounts[i]
            : explanation.Accounts.FirstOrDefault(reason => reason.Verdict == account.Verdict) ?? explanation.Accounts.FirstOrDefault();
}

/// <summary>A finding as JSON. Without prose it is what the digest covers.</summary>
internal static class FindingJson
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
        Number(json, "left", finding.Left);
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

    private static void Binds(Utf8JsonWriter json, Binding binds)
    {
        json.WriteStartObject("binds");
        json.WriteString("state", Names.Of(binds.State));
        json.Instant("since", binds.Since);
        json.WriteString("by", binds.By);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
