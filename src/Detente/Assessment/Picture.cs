using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Statements;

namespace Detente.Assessment;

/// <summary>
/// What is judged at one instant of knowledge: the instances of every clause, or of those that are not tallied, with
/// their step functions of the instant judged. Made once for an instant of knowledge; any instant judged is then a look-up.
/// </summary>
internal sealed class Picture
{
    private readonly Dictionary<(string Clause, string Party), InstancesOfLine> _lines;
    private IReadOnlyList<string>? _notes;

    private Picture(Scene scene, List<Instance> instances, bool isWhole)
    {
        (Scene, Instances, IsWhole) = (scene, instances, isWhole);
        var order = scene.Glossary.Agreement.Clauses.Select((clause, i) => (clause.Id, i)).ToDictionary(c => c.Id, c => c.i);
        Lines = [.. instances.GroupBy(i => (i.Clause.Id, i.Party)).Select(g => new InstancesOfLine(
            g.First().Clause, g.Key.Party, [.. g.OrderBy(i => i.Name is not null).ThenBy(i => i.Birth).ThenBy(i => i.Name, StringComparer.Ordinal)]))
            .OrderBy(l => order[l.Clause.Id]).ThenBy(l => scene.Glossary.IndexOf(l.Party))];
        _lines = Lines.ToDictionary(l => (l.Clause.Id, l.Party));
    }

    public Scene Scene { get; }

    public IReadOnlyList<Instance> Instances { get; }

    /// <summary>By clause in the order of the text, then party, then birth and name, the one without name first.</summary>
    public IReadOnlyList<InstancesOfLine> Lines { get; }

    /// <summary>What a reader must know beside the findings.</summary>
    public IReadOnlyList<string> Notes => _notes ??= Detente.Assessment.Notes.Of(Scene);

    /// <summary>Whether it has the instances of every clause.</summary>
    public bool IsWhole { get; }

    /// <summary>The instances of a clause for a party, or <c>null</c> where it has none of them.</summary>
    public InstancesOfLine? LineOf(string clause, string party) => _lines.GetValueOrDefault((clause, party));

    /// <summary>Makes a picture.</summary>
    /// <param name="ledger">The record.</param>
    /// <param name="record">Its head.</param>
    /// <param name="known">The instant of knowledge.</param>
    /// <param name="latest">The last instant it is to tell of.</param>
    /// <param name="isWhole">Whether clauses that are told by the tally alone are judged too.</param>
    public static Picture Make(Ledger ledger, Case record, long known, long latest, bool isWhole)
    {
        var scene = Scene.Of(new Knowledge(ledger, record, known), latest);
        var all = ledger.Glossary.Agreement.Clauses;
        List<Clause> clauses = isWhole ? [.. all] : [.. all.Where(c => !Tally.Tells(all, c))];
        var judged = clauses.Select(clause => Judge(scene, clause).ToList()).ToList();
        List<Instance> instances = [.. judged.SelectMany(of => of)];
        var rounds = clauses.Any(c => c.Conditions.Count > 0) ? (instances.Count + clauses.Count + 1) * scene.Accounts.Length : 0;
        for (var round = 0; round < rounds && scene.Timetable.Learn(instances); round++)
        {
            // What is learned is when conditions let a clause bind: nothing else is judged anew.
            for (var i = 0; i < clauses.Count; i++)
            {
                judged[i] = clauses[i].Conditions.Count > 0 ? [.. Judge(scene, clauses[i])] : judged[i];
            }

            instances = [.. judged.SelectMany(of => of)];
        }

        return new Picture(scene, instances, clauses.Count == all.Count);
    }

    /// <summary>Instants of a stretch, both ends included, at which a verdict turns.</summary>
    public IEnumerable<long> Turns(long from, long until) =>
        Instances.SelectMany(i => i.Tracks).SelectMany(t => t.Steps).Select(s => s.From).Where(tick => tick >= from && tick <= until);

    /// <summary>The instances of one clause, by its form.</summary>
    private static IEnumerable<Instance> Judge(Scene scene, Clause clause) => clause.Sentence switch
    {
        Limit limit => LimitForm.Instances(scene, clause, limit),
        Ban ban => BanForm.Instances(scene, clause, ban),
        Location location => LocationForm.Instances(scene, clause, location),
        TriggeredDuty duty => DutyForm.Instances(scene, clause, duty),
        Periodic periodic => PeriodicForm.Instances(scene, clause, periodic),
        Quota quota => QuotaForm.Instances(scene, clause, quota),
        QuotaShare share => QuotaForm.Instances(scene, clause, share),
        Right right => RightForm.Instances(scene, clause, right),
        Leaving leaving => LeavingForm.Instances(scene, clause, leaving),
        Warning => [],
        _ => throw new InvalidOperationException($"No rule for {clause.Sentence.GetType().Name}."),
    };
}

/// <summary>The instances of a clause for a party.</summary>
internal sealed record InstancesOfLine(Clause Clause, string Party, IReadOnlyList<Instance> Instances);
