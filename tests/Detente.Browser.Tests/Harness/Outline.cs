namespace Detente.Browser.Tests.Harness;

/// <summary>What every page has: a title, a language, one heading above all, a main part with words in it, and a link that leads on.</summary>
internal static class Outline
{
    /// <summary>What is missing. It is read from the document, so that it is told without JavaScript on the page too.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IPage page)
    {
        var missing = new List<string>();
        void Hold(bool isThere, string what)
        {
            if (!isThere)
            {
                missing.Add(what);
            }
        }

        Hold((await page.TitleAsync()).Trim().Length > 0, "no title");
        Hold(await page.Locator("html[lang]").CountAsync() == 1, "no language");
        var headings = await page.Locator("h1:visible").CountAsync();
        Hold(headings == 1, $"{headings} h1, not one");
        var main = page.Locator("main");
        Hold(await main.CountAsync() == 1, "no main, or several");
        Hold(await main.CountAsync() == 0 || (await main.First.InnerTextAsync()).Trim().Length > 0, "nothing stands in main");
        Hold(await page.Locator("main a[href]:visible").CountAsync() > 0, "main has no link that leads on");
        return missing;
    }

    /// <summary>Controls that are shown and do nothing without scripts: buttons that send no form, fields that belong to none.</summary>
    public static async Task<IReadOnlyList<string>> DeadAsync(IPage page)
    {
        var dead = page.Locator("button[type=button]:visible, button:not(form *):not([form]):visible, :is(input, select, textarea):not(form *):not([form]):visible");
        return [.. (await dead.EvaluateAllAsync<string[]>("all => all.map(e => e.outerHTML)")).Select(control => $"does nothing without scripts: {control}")];
    }
}
