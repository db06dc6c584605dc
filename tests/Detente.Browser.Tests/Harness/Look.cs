namespace Detente.Browser.Tests.Harness;

/// <summary>What a page is looked at on: a size in CSS pixels, a colour scheme, a medium.</summary>
internal sealed record Look(string Name, int Width, int Height, ColorScheme Scheme, Media Media = Media.Screen)
{
    public static readonly Look LightWide = new("light-wide", 1280, 900, ColorScheme.Light);
    public static readonly Look DarkWide = new("dark-wide", 1280, 900, ColorScheme.Dark);
    public static readonly Look LightPhone = new("light-phone", 390, 844, ColorScheme.Light);
    public static readonly Look DarkPhone = new("dark-phone", 390, 844, ColorScheme.Dark);

    /// <summary>What a page of 1,280 has left when it is magnified four times (WCAG 2.2, 1.4.10).</summary>
    public static readonly Look Narrow = new("narrow", 320, 256, ColorScheme.Light);

    /// <summary>A sheet of A4 within margins of 1 cm, at 96 pixels to the inch.</summary>
    public static readonly Look Print = new("print", 718, 1047, ColorScheme.Light, Media.Print);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Look> All = [LightWide, DarkWide, LightPhone, DarkPhone, Narrow, Print];

    /// <summary>The options of a context with this look.</summary>
    public BrowserNewContextOptions Options(bool scripts) => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Scheme,
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = scripts,
        Locale = "en-GB",
        TimezoneId = "UTC",
    };

    /// <summary>Gives an open page this look.</summary>
    public async Task PutOnAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media, ColorScheme = Scheme });
        await page.SetViewportSizeAsync(Width, Height);
    }

    public override string ToString() => Name;
}
