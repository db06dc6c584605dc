namespace Detente.Bench.Record;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014): the same seed
/// gives the same record on every runtime, which <see cref="Random"/> does not promise.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to <paramref name="bound"/>, excluded.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number between both, included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A whole number of seconds between two numbers of hours, both included.</summary>
    public int Hours(int low, int high) => Between(low * 3600, high * 3600);

    /// <summary>A number from 0 up to 1, excluded.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
