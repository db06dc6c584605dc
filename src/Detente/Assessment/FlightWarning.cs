using Detente.Kinematics;
using Detente.Quantities;

namespace Detente.Assessment;

/// <summary>What a warning comes to for one item at one place and one capital.</summary>
public enum WarningState : byte
{
    /// <summary>By every account the item is there, reaches the capital, and in less time than the clause names.</summary>
    Given,

    /// <summary>By some account so, by another not.</summary>
    AccountsDiffer,

    /// <summary>What is said does not tell.</summary>
    CannotBeTold,
}

/// <summary>
/// A short flight time, with what it is made of. It binds nobody and is no verdict. What certainly gives no warning on any
/// account, by the time of the path of least speed, is not listed: a flatter path may be quicker.
/// </summary>
/// <param name="Clause">The clause that warns.</param>
/// <param name="Party">Who has the item.</param>
/// <param name="Item">The type.</param>
/// <param name="Place">Where it is.</param>
/// <param name="To">Whose capital.</param>
/// <param name="State">All accounts together.</param>
/// <param name="Accounts">Whether it is so by each party's account, in the order of the agreement's parties.</param>
/// <param name="DistanceKm">Kilometres from the place to the capital, by both their errors; <c>null</c> where the place is not known.</param>
/// <param name="RangeKm">The item's range on its holder's account, or the first that warns or cannot tell where the holder's does neither; <c>null</c> where nobody says.</param>
/// <param name="Time">The flight time and its parts on the same account; <c>null</c> where it cannot be computed.</param>
/// <param name="Unknown">What would have to be known, in words; empty where nothing is missing.</param>
/// <param name="Cites">The statements it rests on, in record order.</param>
public sealed record FlightWarning(
    string Clause,
    string Party,
    string Item,
    string Place,
    string To,
    WarningState State,
    IReadOnlyList<(string By, Truth Holds)> Accounts,
    Amount? DistanceKm,
    Amount? RangeKm,
    FlightTimeBounds? Time,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Cites);
