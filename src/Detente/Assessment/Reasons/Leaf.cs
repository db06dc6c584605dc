using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Statements;

namespace Detente.Assessment.Reasons;

/// <summary>A statement as the leaf of a tree.</summary>
internal static class Leaf
{
    /// <summary><c>SU-0042 Soviet Union, received 1991-05-12, reports …</c>, with its grade and source.</summary>
    public static Reason Of(Scene scene, Said said)
    {
        var statement = said.Last;
        var joint = statement.JointWith.Count == 0 ? "" : $" with {string.Join(", ", statement.JointWith.Select(scene.Glossary.NameOf))}";
        var grade = statement.Grade is { } known ? Words.For(Words.Grades, known) : null;
        var source = (grade, statement.Source) is (null, null) ? "" : $" [{string.Join(": ", new[] { grade, statement.Source }.OfType<string>())}]";
        var text = $"{scene.Glossary.NameOf(statement.Author)}{joint}, received {said.First.Received}, {StatementWords.Says(statement, scene.Glossary)}{source}";
        return new Reason(text, null, statement.Id, []);
    }
}
