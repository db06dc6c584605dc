using Detente.Node.Cases;
using Detente.Node.Views;

namespace Detente.Node.Tests.Views;

/// <summary>Borea has said five things and Alba six in the case these are added to.</summary>
public sealed class SandboxNumbersTests
{
    private static readonly LoadedCase Answer = CaseFolder.Read(Path.Combine(Tree.Root, "cases/minimal/answer")).Loaded!;

    [Theory]
    [InlineData("- id: B\n  received: 2030-03-01\n", "- id: B-0006\n  received: 2030-03-01\n")]
    [InlineData("- author: B\n", "- id: B-0006\n")]
    [InlineData("- received: 2030-03-01\n  id: B\n", "- received: 2030-03-01\n  id: B-0006\n")]
    [InlineData("-   received: 2030-03-01\n    author:  B  # ours\n", "-   received: 2030-03-01\n    id: B-0006  # ours\n")]
    [InlineData("- { id: B, received: 2030-03-01 }\n", "- { id: B-0006, received: 2030-03-01 }\n")]
    [InlineData("- id: B\n- id: A\n- id: B\n", "- id: B-0006\n- id: A-0007\n- id: B-0007\n")]
    [InlineData("- id: B-0006\n- id: B\n", "- id: B-0006\n- id: B-0007\n")]
    [InlineData("- id: B\n- id: B-0006\n", "- id: B-0007\n- id: B-0006\n")]
    [InlineData("- id: NEW-one\n", "- id: NEW-one-0001\n")]
    public void An_id_without_its_number_gets_the_authors_next(string written, string expected) => Assert.Equal(expected, SandboxNumbers.Give(written, Answer.Record));

    [Theory]
    [InlineData("- id: B-6\n")]
    [InlineData("- id: B-0005\n")]
    [InlineData("- received: 2030-03-01\n")]
    [InlineData("id: B\n")]
    [InlineData("- id: B-0006\n  note: >-\n    author: B\n")]
    [InlineData("- id: B-0006\n  asks: { name: x, for: clarification }\n")]
    public void Everything_else_stays_as_it_was_written(string written) => Assert.Equal(written, SandboxNumbers.Give(written, Answer.Record));
}
