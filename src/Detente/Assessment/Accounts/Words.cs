using Detente.Statements;

namespace Detente.Assessment.Accounts;

/// <summary>
/// Picks the word an account takes (rule 3.1) out of several on one attribute, in position order: a finding's, a
/// neutral's, the account's own where it contradicts the owner's or the owner has none, the owner's.
/// </summary>
/// <param name="owner">Whose fact it is.</param>
/// <param name="account">Whose account.</param>
/// <param name="orAnyone">True where, with none of these, the latest word of any party says what an act is.</param>
internal struct Words<T>(string owner, string account, bool orAnyone = false)
{
    private (bool Said, T Value) _found, _neutral, _own, _owners, _anyones;

    /// <summary>Takes in the next word.</summary>
    public void Add(Knowledge knowledge, Said said, T value)
    {
        if (said.Last.Verb == Verb.Finds)
        {
            _found = (true, value);
            return;
        }

        if (knowledge.Glossary.IsNeutral(said.Author))
        {
            _neutral = (true, value);
            return;
        }

        _anyones = (orAnyone, value);
        if (said.IsBy(owner))
        {
            _owners = (true, value);
        }

        if (account != owner && said.IsBy(account))
        {
            _own = (true, value);
        }
    }

    /// <summary>The word taken, or nothing.</summary>
    public readonly (bool Said, T Value) Take(Func<T, T, bool> disjoint) =>
        _found.Said ? _found
        : _neutral.Said ? _neutral
        : _own.Said && (!_owners.Said || disjoint(_own.Value, _owners.Value)) ? _own
        : _owners.Said ? _owners
        : _anyones;
}
