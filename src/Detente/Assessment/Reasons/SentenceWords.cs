using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Assessment.Forms;

namespace Detente.Assessment.Reasons;

/// <summary>A clause's own words, from the model: the same for a text and for its canonical form.</summary>
internal static class SentenceWords
{
    public static string Of(Scene scene, Clause clause) => AgreementPrinter.Clause(scene.Glossary.Agreement, clause).Trim();
}
