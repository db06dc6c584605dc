namespace Detente.Browser.Tests.Harness;

/// <summary>Whether a page is wider than the window it is shown in.</summary>
internal static class Overflow
{
    /// <summary>Elements that reach beyond the window, none of them within a box that scrolls by itself; the widest first.</summary>
    private const string Find =
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth + 1) return [];
          const scrolls = e => e !== root && e !== document.body && getComputedStyle(e).overflowX !== 'visible';
          const inside = e => { for (let p = e.parentElement; p; p = p.parentElement) if (scrolls(p)) return true; return false; };
          const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
          const beyond = [...document.body.querySelectorAll('*')]
            .map(e => ({ e, right: e.getBoundingClientRect().right + scrollX }))
            .filter(({ e, right }) => right > root.clientWidth + 1 && !inside(e))
            .sort((a, b) => b.right - a.right);
          return [`the document is ${root.scrollWidth} wide, the window ${root.clientWidth}`,
            ...beyond.slice(0, 5).map(({ e, right }) => `${name(e)} reaches to ${Math.round(right)}: ${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}`)];
        }
        """;

    /// <summary>What is too wide, in CSS pixels; nothing where the page fits.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IPage page) => await page.EvaluateAsync<string[]>(Find);
}
