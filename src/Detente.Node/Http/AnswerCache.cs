using Detente.Node.Views;

namespace Detente.Node.Http;

/// <summary>
/// Answers by the address that asked, so that the same question costs a look-up. An answer is good for one version of the library and one minute: a
/// live record is judged at the last whole minute. The oldest go when there are too many bytes.
/// </summary>
/// <threadsafety>Any number of threads.</threadsafety>
public sealed class AnswerCache(Library library, TimeProvider clock)
{
    private const long MostBytes = 64 << 20;

    private readonly Lock _writing = new();
    private readonly Queue<string> _order = new();
    private volatile Shelf _shelf = new((-1, -1));
    private long _bytes;

    /// <summary>What was answered to this address before, if that still holds.</summary>
    public Answer? Find(string address) => _shelf is var shelf && shelf.Epoch == Epoch() && shelf.Answers.TryGetValue(address, out var answer) ? answer : null;

    /// <summary>The version of the library and the minute answers are good for now.</summary>
    public (long Version, long Minute) Epoch() => (library.Version, clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute);

    /// <summary>Keeps an answer.</summary>
    /// <param name="address">The address that asked.</param>
    /// <param name="epoch">What <see cref="Epoch"/> was before it was worked out.</param>
    /// <param name="answer">The answer.</param>
    public void Keep(string address, (long Version, long Minute) epoch, Answer answer)
    {
        if (answer.Body.Length > MostBytes / 4 || epoch != Epoch())
        {
            return;
        }

        lock (_writing)
        {
            if (_shelf.Epoch != epoch)
            {
                (_shelf, _bytes) = (new Shelf(epoch), 0);
                _order.Clear();
            }

            if (!_shelf.Answers.TryAdd(address, answer))
            {
                return;
            }

            _order.Enqueue(address);
            _bytes += answer.Body.Length;
            while (_bytes > MostBytes && _order.TryDequeue(out var oldest) && _shelf.Answers.TryRemove(oldest, out var gone))
            {
                _bytes -= gone.Body.Length;
            }
        }
    }

    private sealed record Shelf((long Version, long Minute) Epoch)
    {
        public System.Collections.Concurrent.ConcurrentDictionary<string, Answer> Answers { get; } = new(StringComparer.Ordinal);
    }
}
