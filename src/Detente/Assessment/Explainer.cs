using Detente.Assessment.Forms;

namespace Detente.Assessment;

/// <summary>Builds the tree of reasons of a finding.</summary>
internal static class Explainer
{
    public static Explanation Explain(Scene scene, Instance instance, Finding finding, long at) => new(finding, "", [], [], []);
}
