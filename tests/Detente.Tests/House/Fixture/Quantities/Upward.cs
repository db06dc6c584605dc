using Detente.Tests.House.Fixture.Assessment;

namespace Detente.Tests.House.Fixture.Quantities
{
    internal class UpByBase : Top;

    internal class UpByInterface : ITop;

    internal class UpByConstraint
    {
        public static void Take<T>(T _)
            where T : ITop
        {
        }
    }

    [Top]
    internal class UpByAttribute;

    internal class UpByField
    {
        public readonly Top? Value = null;
    }

    internal class UpByGenericArgument
    {
        public readonly IReadOnlyDictionary<string, Top[]>? Value = null;
    }

    internal class UpByParameter
    {
        public static void Take(ref Top _)
        {
        }
    }

    internal class UpByCall
    {
        public static int Count() => Top.Count;
    }

    internal class UpByTypeTest
    {
        public static bool IsTop(object value) => value is ITop;
    }

    internal class UpByCatch
    {
        public static void Try(Action action)
        {
            try
            {
                action();
            }
            catch (Top)
            {
            }
        }
    }

    internal class UpByLambda
    {
        public static Func<int> Count() => () => Top.Count;
    }

    internal class UpByGenericCall
    {
        public static int Empty() => Array.Empty<ITop>().Length;
    }
}

namespace Detente.Tests.House.Fixture.Assessment
{
    /// <summary>A type in the folder of another room.</summary>
    internal enum Misplaced
    {
        Here,
    }
}
