namespace Detente.Assessment.Accounts;

/// <summary>What statements are about: the positions of the chains that name it, in record order.</summary>
/// <remarks>Most subjects are named once or twice and there are millions of them: the first two positions stand in the object.</remarks>
internal sealed class Subject(string name)
{
    private int _first;
    private int _second;
    private List<int>? _more;

    public string Name => name;

    /// <summary>Position of the request that has this name, or -1.</summary>
    public int Request { get; set; } = -1;

    /// <summary>Where the running count of verdicts keeps what it counted of this subject, or -1.</summary>
    public int Slot { get; set; } = -1;

    public int Count { get; private set; }

    public int this[int index] => index switch
    {
        0 => _first,
        1 => _second,
        _ => _more![index - 2],
    };

    public void Add(int position)
    {
        // From the end, and only as far as later positions go: nearly always none.
        for (var i = Count - 1; i >= 0 && this[i] >= position; i--)
        {
            if (this[i] == position)
            {
                return;
            }
        }

        var index = Count++;
        if (index >= 2)
        {
            (_more ??= []).Add(position);
        }

        for (; index > 0 && this[index - 1] > position; index--)
        {
            Set(index, this[index - 1]);
        }

        Set(index, position);
    }

    private void Set(int index, int position)
    {
        switch (index)
        {
            case 0:
                _first = position;
                break;
            case 1:
                _second = position;
                break;
            default:
                _more![index - 2] = position;
                break;
        }
    }
}
