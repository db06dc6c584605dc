namespace Detente.Assessment;

/// <summary>Takes in one instance that is listed at a point of the plane of (known, at).</summary>
internal interface IStretchReader
{
    /// <param name="party">Index of the bearer.</param>
    /// <param name="rank">What it comes to there.</param>
    /// <param name="birth">The first tick at which it is listed.</param>
    /// <param name="due">When what is pending falls due; <see cref="long.MaxValue"/> where nothing says.</param>
    /// <param name="slot">Its subject.</param>
    void Read(int party, Rank rank, long birth, long due, int slot);
}

/// <summary>
/// What the instances of a clause come to: step functions of the instant judged, each from one instant of knowledge until
/// another. A point of the plane of (known, at) is read in one pass. Blocks of flat arrays: 28 bytes a stretch, and 9 a step.
/// </summary>
internal sealed class Stretches
{
    /// <summary>For instants judged at or before the instant of knowledge.</summary>
    public const byte UpToKnown = 1;

    /// <summary>For instants judged after the instant of knowledge.</summary>
    public const byte BeyondKnown = 2;

    /// <summary>For both.</summary>
    public const byte Both = UpToKnown | BeyondKnown;

    /// <summary>After a step of what is pending: its tick is when that falls due.</summary>
    private const byte DueOfStepBefore = byte.MaxValue;

    private const int BlockSize = 1 << 12;
    private readonly List<(int First, int Count)> _slots = [];
    private readonly List<Block> _blocks = [];
    private int _count;

    /// <summary>What a slot's subject comes to from an instant of knowledge on, in place of what it came to before.</summary>
    public void Replace(int slot, long known, Drawn drawn)
    {
        while (_slots.Count <= slot)
        {
            _slots.Add((0, 0));
        }

        var (first, count) = _slots[slot];
        if (GoesOn(first, count, known, drawn))
        {
            return;
        }

        for (var i = first; i < first + count; i++)
        {
            ref var until = ref _blocks[i / BlockSize].Until[i % BlockSize];
            until = Math.Min(until, known);
        }

        var begin = _count;
        for (var i = 0; i < drawn.Count; i++)
        {
            if (drawn[i].Count > 0)
            {
                Add(slot, drawn[i], drawn.StepsOf(drawn[i]));
            }
        }

        _slots[slot] = (begin, _count - begin);
    }

    /// <summary>Reads every instance listed at a point, in no order that means anything.</summary>
    public void Read<TReader>(long at, long known, ref TReader reader)
        where TReader : struct, IStretchReader
    {
        var half = at <= known ? UpToKnown : BeyondKnown;
        for (var b = 0; b < _blocks.Count; b++)
        {
            if (_blocks[b].Earliest <= known)
            {
                _blocks[b].Read(Math.Min(BlockSize, _count - (b * BlockSize)), at, known, half, ref reader);
            }
        }
    }

    /// <summary>True when the subject goes on as before: nothing to add.</summary>
    private bool GoesOn(int first, int count, long known, Drawn drawn)
    {
        var next = 0;
        for (var i = first; i < first + count; i++)
        {
            var block = _blocks[i / BlockSize];
            if (block.Until[i % BlockSize] <= known)
            {
                continue;
            }

            if (next == drawn.Count || !block.Holds(i % BlockSize, known, drawn[next], drawn.StepsOf(drawn[next])))
            {
                return false;
            }

            next++;
        }

        return next == drawn.Count;
    }

    private void Add(int slot, DrawnStretch stretch, ReadOnlySpan<DrawnStep> steps)
    {
        if (_count == _blocks.Count * BlockSize)
        {
            if (_count > 0)
            {
                _blocks[^1].Trim();
            }

            _blocks.Add(new Block());
        }

        _blocks[^1].Add(_count++ % BlockSize, slot, stretch, steps);
    }

    /// <summary>Some thousand stretches, one array for each thing told of them, and their steps one after the other.</summary>
    private sealed class Block
    {
        private readonly int[] _slots = new int[BlockSize];
        private readonly int[] _codes = new int[BlockSize];
        private readonly int[] _ends = new int[BlockSize];
        private long[] _ticks = new long[BlockSize * 2];
        private byte[] _ranks = new byte[BlockSize * 2];
        private int _steps;

        /// <summary>Before it nothing of the block is known: those of later statements need not be read.</summary>
        public long Earliest { get; private set; } = long.MaxValue;

        /// <summary>First instant of knowledge.</summary>
        public long[] From { get; } = new long[BlockSize];

        /// <summary>First instant of knowledge no longer.</summary>
        public long[] Until { get; } = new long[BlockSize];

        public void Add(int index, int slot, DrawnStretch stretch, ReadOnlySpan<DrawnStep> steps)
        {
            (From[index], Until[index], _slots[index], _codes[index]) = (stretch.From, stretch.Until, slot, stretch.Party << 2 | stretch.Half);
            Earliest = Math.Min(Earliest, stretch.From);
            foreach (var step in steps)
            {
                Add(step.Tick, (byte)step.Rank);
                if (step.Due is { } due)
                {
                    Add(due, DueOfStepBefore);
                }
            }

            _ends[index] = _steps;
        }

        /// <summary>Gives back what no further stretch will need.</summary>
        public void Trim()
        {
            Array.Resize(ref _ticks, _steps);
            Array.Resize(ref _ranks, _steps);
        }

        public void Read<TReader>(int length, long at, long known, byte half, ref TReader reader)
            where TReader : struct, IStretchReader
        {
            var froms = From.AsSpan(0, length);
            var untils = Until.AsSpan(0, length);
            var codes = _codes.AsSpan(0, length);
            var ends = _ends.AsSpan(0, length);
            var ticks = _ticks.AsSpan();
            var ranks = _ranks.AsSpan();
            var first = 0;
            for (var i = 0; i < froms.Length; i++)
            {
                var (begin, end) = (first, ends[i]);
                first = end;
                if (froms[i] > known || untils[i] <= known || (codes[i] & half) == 0 || ticks[begin] > at)
                {
                    continue;
                }

                var step = begin;
                for (var next = begin + 1; next < end && (ranks[next] == DueOfStepBefore || ticks[next] <= at); next++)
                {
                    step = ranks[next] == DueOfStepBefore ? step : next;
                }

                var due = step + 1 < end && ranks[step + 1] == DueOfStepBefore ? ticks[step + 1] : long.MaxValue;
                reader.Read(codes[i] >> 2, (Rank)ranks[step], ticks[begin], due, _slots[i]);
            }
        }

        /// <summary>True when a stretch, from an instant of knowledge on, is what was drawn.</summary>
        public bool Holds(int index, long known, DrawnStretch stretch, ReadOnlySpan<DrawnStep> steps)
        {
            var (begin, end) = (index == 0 ? 0 : _ends[index - 1], _ends[index]);
            if (Math.Max(From[index], known) != stretch.From || Until[index] != stretch.Until || _codes[index] != (stretch.Party << 2 | stretch.Half))
            {
                return false;
            }

            foreach (var step in steps)
            {
                if (begin == end || _ticks[begin] != step.Tick || _ranks[begin] != (byte)step.Rank)
                {
                    return false;
                }

                begin++;
                var due = begin < end && _ranks[begin] == DueOfStepBefore ? _ticks[begin++] : (long?)null;
                if (due != step.Due)
                {
                    return false;
                }
            }

            return begin == end;
        }

        private void Add(long tick, byte rank)
        {
            if (_steps == _ticks.Length)
            {
                Array.Resize(ref _ticks, _steps * 2);
                Array.Resize(ref _ranks, _steps * 2);
            }

            (_ticks[_steps], _ranks[_steps]) = (tick, rank);
            _steps++;
        }
    }
}
