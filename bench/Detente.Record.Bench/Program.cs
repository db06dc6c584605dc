using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.Error.WriteLine("usage: no bench stands here yet");
return 2;
