namespace Detente.Node.Disks;

/// <summary>Files and folders, where nothing outlives a power cut before it is synced.</summary>
internal interface IDisk
{
}
