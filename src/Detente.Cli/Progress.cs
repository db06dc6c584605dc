using System.Globalization;

namespace Detente.Cli;

/// <summary>
/// A bar on the error stream, and only where somebody watches it, once a call has taken a second. It is wiped before
/// anything else is written, so that nothing of it stays.
/// </summary>
internal sealed class Progress : IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(150);

    private readonly Lock _writing = new();
    private readonly Terminal _terminal;
    private readonly string _doing;
    private readonly Timer? _timer;
    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    private (int Done, int Total) _state;
    private bool _isOver;
    private bool _isShown;

    /// <summary>Begins to count the second.</summary>
    public Progress(Terminal terminal, string doing)
    {
        (_terminal, _doing) = (terminal, doing);
        _timer = terminal.ErrorIsTerminal ? new Timer(_ => Draw(), null, Patience, Beat) : null;
    }

    /// <summary>How far it is; until this is first called the bar only moves.</summary>
    public void Report(int done, int total)
    {
        lock (_writing)
        {
            _state = (done, total);
        }
    }

    /// <summary>Wipes the bar.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _isOver = true;
            if (_isShown)
            {
                _terminal.Error.Write("\r\e[2K");
            }
        }

        _timer?.Dispose();
    }

    private void Draw()
    {
        lock (_writing)
        {
            if (_isOver)
            {
                return;
            }

            _isShown = true;
            var seconds = _watch.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            _terminal.Error.Write($"\r\e[2K{_doing} {Bar()} {seconds} s");
        }
    }

    private string Bar()
    {
        if (_state.Total > 0)
        {
            var full = (int)((long)BarWidth * _state.Done / _state.Total);
            return new string('━', full) + new string('─', BarWidth - full) + $" {100L * _state.Done / _state.Total} %";
        }

        // Nothing says how much there is to do: a piece that moves.
        var place = (int)(_watch.ElapsedMilliseconds / (long)Beat.TotalMilliseconds % (BarWidth - 2));
        return new string('─', place) + "━━━" + new string('─', BarWidth - 3 - place);
    }
}
