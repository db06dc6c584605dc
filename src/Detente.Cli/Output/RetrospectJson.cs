using System.Text.Json;
using Detente.Answers;
using Detente.Assessment;

namespace Detente.Cli.Output;

/// <summary>A finding of an agreement that was not in force: the same in <c>backtest</c> and <c>compare</c>.</summary>
internal static class RetrospectJson
{
    /// <summary>The members of one finding.</summary>
    public static void Members(Utf8JsonWriter json, Retrospect found)
    {
        json.WriteString("clause", found.Finding.Clause);
        json.WriteString("party", found.Finding.Party);
        json.WriteString("instance", found.Finding.Instance);
        json.WriteString("verdict", Names.Of(found.Finding.Verdict));
        json.WriteString("binds", Names.Of(found.Finding.Binds.State));
        json.Instant("since", found.Finding.Since);
        json.Instant("found", found.Found);
        json.Strings("by", found.By);
        json.WriteString("unreleased", found.Unreleased is { } verdict ? Names.Of(verdict) : null);
        json.Objects("accounts", found.Finding.Accounts, account =>
        {
            json.WriteString("by", account.By);
            json.WriteString("verdict", Names.Of(account.Verdict));
        });
        json.WriteString("reason", found.Reason);
        json.WriteString("grade", found.Finding.Grade is { } grade ? Names.Of(grade) : null);
        json.Strings("cites", found.Finding.Cites);
    }
}
