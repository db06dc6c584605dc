using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Agreement.Model;

namespace Detente.Assessment;

/// <summary>What a reader must know beside the findings.</summary>
internal static class Notes
{
    public static IReadOnlyList<string> Of(Scene scene)
    {
        var notes = new List<string>();
        var limits = scene.Glossary.Agreement.Clauses.Select(c => c.Sentence).OfType<Limit>().ToList();
        foreach (var party in scene.Parties)
        {
            var account = scene.Accounts[scene.Glossary.IndexOf(party)];
            foreach (var type in limits.SelectMany(l => Stock.Held(account, party, l).Lines).Where(l => l.Stream.DoesNotReconcile).Select(l => l.Type).Distinct())
            {
                notes.Add($"{scene.Glossary.NameOf(party)}: figures for {type} do not reconcile; the least interval that holds them all is used.");
            }
        }

        var suspends = scene.Timetable.Notices.Where(n => n.Content is Statements.Notice { Kind: Statements.NoticeKind.Suspension }).ToList();
        if (suspends.Count > 0 && !scene.Glossary.Agreement.KnowsSuspension)
        {
            notes.Add($"{string.Join(", ", suspends.Select(s => s.Last.Id))}: suspended by notice; the agreement knows no suspension.");
        }

        return notes;
    }
}
