using Detente.Statements;

namespace Detente.Assessment.Accounts;

/// <summary>
/// Whose land disputed areas are by one account (rule 4.4): a finding's word, a neutral's, the account's own. The holder's word
/// is not taken for another's, and silence decides nothing.
/// </summary>
internal sealed class AreaReadings(Account account)
{
    private readonly Dictionary<(string Area, string Territory), bool?> _readings = [];

    /// <summary>Whether an area is part of a territory; <c>null</c> where nothing this account rests on says.</summary>
    public bool? IsPartOf(string area, string territory)
    {
        if (!_readings.TryGetValue((area, territory), out var reading))
        {
            _readings[(area, territory)] = reading = Read(area, territory);
        }

        return reading;
    }

    /// <summary>Statements that read an area as part of a territory, or as not part of it.</summary>
    public static IEnumerable<Said> On(Knowledge knowledge, string area, string territory) =>
        knowledge.JudgedOn(knowledge.Ledger.Type(area)).Where(said => said.Content is Reading reading && reading.Item == area
            && (reading.Territory == territory || reading.Territory == knowledge.Glossary.NameOf(territory)));

    private bool? Read(string area, string territory)
    {
        bool? found = null, neutral = null, own = null;
        foreach (var said in On(account.Knowledge, area, territory))
        {
            var isPart = ((Reading)said.Content).Is;
            if (said.Last.Verb == Verb.Finds)
            {
                found = isPart;
            }
            else if (account.Knowledge.Glossary.IsNeutral(said.Author))
            {
                neutral = isPart;
            }
            else if (said.IsBy(account.Party))
            {
                own = isPart;
            }
        }

        return found ?? neutral ?? own;
    }
}
