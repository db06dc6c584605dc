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
        var source = (statement.Grade, statement.Source) switch
        {
            (null, null) => "",
            ({ } grade, null) => $" [{grade.ToString().ToLowerInvariant()}]",
            (null, { } where) => $" [{where}]",
            ({ } grade, { } where) => $" [{grade.ToString().ToLowerInvariant()}: {where}]",
        };
        var text = $"{scene.Glossary.NameOf(statement.Author)}{joint}, received {said.First.Received}, {StatementWords.Says(statement, scene.Glossary)}{source}";
        return new Reason(text, null, statement.Id, []);
    }
}
