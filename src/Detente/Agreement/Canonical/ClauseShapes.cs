using Detente.Agreement.Model;
using Detente.Statements;

namespace Detente.Agreement.Canonical;

/// <summary>The agreement, its parties and clauses, and who and what a clause is about.</summary>
internal static class ClauseShapes
{
    /// <summary>The value of the member <c>format</c>. Another form of the same agreement would have another hash, so it has another name.</summary>
    public const string Format = "detente-agreement-1";

    private static readonly Shape<Party> Party = new ObjectShape<Party>("party", "Who is bound, or a neutral.", f => new(
        f.Required("code", Leaf.Text, p => p.Code),
        f.Required("name", Leaf.Text, p => p.Name)));

    private static readonly Shape<Condition> Condition = new UnionShape<Condition>("condition", "kind", "What else decides whether a clause binds.")
        .Case<Condition.Reciprocal>("so-long-as", "So long as every other party keeps the clauses.", f => new(
            f.List("clauses", Leaf.Text, c => c.Clauses)))
        .Case<Condition.Once>("once", "Once the clauses are kept by every party they bind.", f => new(
            f.List("clauses", Leaf.Text, c => c.Clauses)));

    private static readonly Shape<Grade> Evidence = Leaf.Word([.. Words.Grades.Select(grade => (grade.Value, grade.Key))]);

    private static readonly Shape<Clause> Clause = new ObjectShape<Clause>("clause", "One clause. Without from it binds from entry into force; without until, as long as the agreement does.", f => new()
    {
        Id = f.Required("id", Leaf.Text, c => c.Id),
        Evidence = f.OptionalValue("evidence", Evidence, c => c.Evidence),
        Article = f.ListIfAny("article", Leaf.Text, c => c.Article),
        From = f.Optional("from", TimeShapes.Expression, c => c.From),
        Until = f.Optional("until", TimeShapes.Expression, c => c.Until),
        Conditions = f.ListIfAny("conditions", Condition, c => c.Conditions),
        Sentence = f.Required("sentence", SentenceShapes.Sentence, c => c.Sentence),
    });

    /// <summary>The whole.</summary>
    public static readonly Shape<Instrument> Instrument = new UnionShape<Instrument>("agreement", "format", "An agreement as the machine understands it.")
        .Case<Instrument>(Format, "The first form.", f => new()
        {
            Id = f.Required("id", Leaf.Text, i => i.Id),
            Title = f.Required("title", Leaf.Text, i => i.Title),
            Parties = f.List("parties", Party, i => i.Parties),
            Neutrals = f.ListIfAny("neutrals", Party, i => i.Neutrals),
            Signature = f.OptionalValue("signature", Leaf.Date, i => i.Signature),
            EntryIntoForce = f.OptionalValue("entry-into-force", Leaf.Date, i => i.EntryIntoForce),
            Languages = f.ListIfAny("languages", Leaf.Text, i => i.Languages),
            KnowsSuspension = f.Flag("knows-suspension", i => i.KnowsSuspension),
            Terms = f.List("terms", TermShapes.Term, i => i.Terms),
            Clauses = f.List("clauses", Clause, i => i.Clauses),
        });

    /// <summary><c>{"kind": "each-party"}</c>.</summary>
    public static readonly Shape<Bearer> Bearer = new UnionShape<Bearer>("bearer", "kind", "Who owes.")
        .Case<Bearer.EachParty>("each-party", "Each party.", f => new())
        .Case<Bearer.ThatParty>("that-party", "Who conducts the trigger, or receives it.", f => new())
        .Case<Bearer.EveryOtherParty>("every-other-party", "Every party but that of the trigger.", f => new())
        .Case<Bearer.InspectedParty>("inspected-party", "The owner of the site the act is at.", f => new())
        .Case<Bearer.Named>("party", "A party by its code.", f => new(
            f.Required("party", Leaf.Text, b => b.Code)));

    /// <summary><c>{"term": "missile", "state": "deployed"}</c>.</summary>
    public static readonly Shape<ItemSelector> Items = new ObjectShape<ItemSelector>("items", "Items by term and state; for a launcher or a stage, also by what it belongs to.", f => new(
        f.Required("term", Leaf.Text, s => s.Term),
        f.Optional("state", Leaf.Text, s => s.State),

        // It holds itself: by the time this runs the field is set.
        f.Optional("for", Items!, s => s.For)));

    /// <summary><c>{"term": "elimination", "variant": "by launching", "items": […]}</c>.</summary>
    public static readonly Shape<ActSelector> Acts = new ObjectShape<ActSelector>("acts", "Acts by term and variant, and by what they are done to.", f => new(
        f.Required("term", Leaf.Text, s => s.Term),
        f.Optional("variant", Leaf.Text, s => s.Variant),
        f.ListIfAny("items", Items, s => s.Items)));
}
