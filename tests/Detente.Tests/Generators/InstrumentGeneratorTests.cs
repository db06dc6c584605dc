using Detente.Agreement.Model;

namespace Detente.Tests.Generators;

/// <summary>The generator leaves no form of the model out.</summary>
public class InstrumentGeneratorTests
{
    [Fact]
    public void Every_form_of_sentence_term_and_part_is_made()
    {
        var clauses = Enumerable.Range(0, 300).Select(InstrumentGenerator.Make).ToList();
        var made = clauses.SelectMany(instrument => instrument.Clauses).Select(clause => clause.Sentence)
            .Concat<object>(clauses.SelectMany(instrument => instrument.Terms))
            .Concat(Duties(clauses).SelectMany(duty => new object[] { duty.Bearer, duty.Deed, duty.Due }))
            .Concat(clauses.SelectMany(instrument => instrument.Clauses).SelectMany(clause => clause.Conditions))
            .Select(node => node.GetType()).ToHashSet();
        Type[] families = [typeof(Sentence), typeof(Term), typeof(Deed), typeof(Due), typeof(Condition)];
        var all = families.SelectMany(family => family.Assembly.GetTypes().Where(type => type.IsSubclassOf(family)));
        Assert.Empty(all.Except(made));
    }

    [Fact]
    public void The_same_seed_makes_the_same_instrument() => Assert.Equal(InstrumentGenerator.Make(7), InstrumentGenerator.Make(7));

    private static IEnumerable<Duty> Duties(IEnumerable<Instrument> instruments) =>
        instruments.SelectMany(instrument => instrument.Clauses).Select(clause => clause.Sentence).OfType<TriggeredDuty>()
            .SelectMany(duty => duty.Otherwise.Prepend(duty.Duty));
}
