using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Data;

public sealed partial class MembershipData
{
    /// <summary>Reads four NPY files (versions 1 to 3, C order; f4, f8, i4, i8, u1, bool and the smaller integers; never pickle). Features are [records, ...] and keep
    /// their type: bytes and bool become <see cref="byte"/>, other integers <see cref="long"/>. Labels are [records], class indices from 0.</summary>
    /// <param name="memberFeatures">The members' inputs.</param>
    /// <param name="memberLabels">The members' labels.</param>
    /// <param name="nonMemberFeatures">The non-members' inputs.</param>
    /// <param name="nonMemberLabels">The non-members' labels.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">A file that is missing, damaged or of another type, or counts that differ.</exception>
    public static MembershipData FromNpy(string memberFeatures, string memberLabels, string nonMemberFeatures, string nonMemberLabels)
    {
        ArraySides.RequireOtherFile(memberFeatures, nonMemberFeatures);
        return new(
            ArraySides.Side(NpyFile.Read(memberFeatures), NpyFile.Read(memberLabels)),
            ArraySides.Side(NpyFile.Read(nonMemberFeatures), NpyFile.Read(nonMemberLabels)));
    }

    /// <summary>Reads four arrays of NPZ archives (numpy.savez or savez_compressed), as <see cref="FromNpy"/> does.</summary>
    /// <param name="path">The archive; of the members only, when <paramref name="nonMemberPath"/> is given.</param>
    /// <param name="memberFeatures">The name of the array of the members' inputs.</param>
    /// <param name="memberLabels">The name of the array of the members' labels.</param>
    /// <param name="nonMemberFeatures">The name of the array of the non-members' inputs.</param>
    /// <param name="nonMemberLabels">The name of the array of the non-members' labels.</param>
    /// <param name="nonMemberPath">The archive of the non-members; by default the same as <paramref name="path"/>.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">An archive or array that is missing, damaged or of another type, or counts that differ.</exception>
    public static MembershipData FromNpz(
        string path,
        string memberFeatures,
        string memberLabels,
        string nonMemberFeatures,
        string nonMemberLabels,
        string? nonMemberPath = null)
    {
        if (nonMemberPath is not null)
        {
            ArraySides.RequireOtherFile(path, nonMemberPath);
        }
        else if (memberFeatures == nonMemberFeatures)
        {
            throw new PanameDataException($"Members and non-members are the same array, '{memberFeatures}'. Give held-out records as non-members.");
        }

        return new(Side(path, memberFeatures, memberLabels), Side(nonMemberPath ?? path, nonMemberFeatures, nonMemberLabels));

        static LabelledRecords Side(string archive, string features, string labels)
        {
            using var file = new NpzFile(archive);
            return ArraySides.Side(file.Read(features), file.Read(labels));
        }
    }

    /// <summary>Reads IDX files (the format of MNIST; plain or gzip), members and non-members apart. Images are [records, height, width] and stay bytes.</summary>
    /// <param name="memberImages">The members' images.</param>
    /// <param name="memberLabels">The members' labels.</param>
    /// <param name="nonMemberImages">The non-members' images.</param>
    /// <param name="nonMemberLabels">The non-members' labels.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">A file that is missing or damaged, or counts that differ.</exception>
    public static MembershipData FromIdx(string memberImages, string memberLabels, string nonMemberImages, string nonMemberLabels)
    {
        ArraySides.RequireOtherFile(memberImages, nonMemberImages);
        return new(
            ArraySides.Side(IdxFile.Read(memberImages), IdxFile.Read(memberLabels)),
            ArraySides.Side(IdxFile.Read(nonMemberImages), IdxFile.Read(nonMemberLabels)));
    }

    /// <summary>Reads one pair of IDX files (plain or gzip) and selects members and non-members by index.</summary>
    /// <param name="images">The images of all records.</param>
    /// <param name="labels">The labels of all records.</param>
    /// <param name="members">Zero-based indices of the members.</param>
    /// <param name="nonMembers">Zero-based indices of the non-members.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">A file that is missing or damaged, an index outside the file, or one on both sides.</exception>
    public static MembershipData FromIdx(string images, string labels, IReadOnlyList<int> members, IReadOnlyList<int> nonMembers)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(nonMembers);
        ArraySides.RequireDisjoint(members, nonMembers);
        ArrayData features = IdxFile.Read(images);
        int[] classes = ArraySides.Labels(features, IdxFile.Read(labels));
        Records records = features.ToRecords();
        return new(ArraySides.Select(records, classes, members, "member"), ArraySides.Select(records, classes, nonMembers, "non-member"));
    }
}
