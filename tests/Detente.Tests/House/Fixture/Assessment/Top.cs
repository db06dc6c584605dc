using Detente.Tests.House.Fixture.Quantities;

namespace Detente.Tests.House.Fixture.Assessment;

/// <summary>What the lowest room must not know.</summary>
internal class Top : Exception
{
    public static int Count => 0;

    public static T Same<T>(T value) => value;
}

internal interface ITop;

internal sealed class TopAttribute : Attribute;

/// <summary>The way data flows.</summary>
internal sealed class Down
{
    public UpByBase? Below { get; init; }
}
