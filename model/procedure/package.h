// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/bundle.h"
#include "model/procedure/open_dossier.h"

namespace jz {

/// How a paper of the procedure is called by its call (facts.json, `fileNames`): `{revision}` and ids of fields in braces are filled in, a
/// field that is empty leaves its place out; choices stand with their labels. Fit for every file system. `kind`: `dossier`, `ranking`, `bundle`. With `local`
/// facts (supplement_intake.h) a recommending body's own name takes the place of the call's.
QString paperFileName(const CallPack& pack, const QString& kind, const Dossier& dossier);
QString paperFileName(const CallPack& pack, const CallFacts& local, const QString& kind, const Dossier& dossier);

/// A file of a package.
struct PackageFile
{
    QString name; ///< in the package, `/` between folders
    qint64 bytes = 0;
};

/// What goes along (报送包): the paper, and originals of attachments as files of their own beside it.
struct PackageContent
{
    bool paper = true;
    QStringList originals; ///< names of attachments inside the paper
};

/// A dossier PDF that is to be sent, opened once.
struct PackagePaper
{
    QString path;
    Dossier dossier;
    const CallPack* pack = nullptr;
    QByteArray fingerprint;       ///< 32 bytes, of its data
    QString name;                 ///< as the call has it, with suffix
    qint64 bytes = 0;
    QList<PackageFile> originals; ///< inside it, the heaviest first
};

/// Throws Error as readDossierData(), and Unsupported when its call is not installed. With a workspace, the names of the dossier's recommending body
/// are used, where its notice is in force there.
PackagePaper readPackagePaper(const QString& path, Workspace* workspace = nullptr);

/// The files of a package in their order. Throws Error NotFound for an attachment that is not inside the paper, Usage when nothing is chosen.
QList<PackageFile> filesOf(const PackagePaper& paper, const PackageContent& content);
qint64 bytesOf(const QList<PackageFile>& files);

/// What goes with it into a mail or a messenger: what this is, of whom, files with their sizes, check code, and not to save or print it anew.
LocalizedText packageMessage(const PackagePaper& paper, const PackageContent& content);

enum class PackageForm { Folder, Zip, Bundle };
/// By the suffix of a path: `.zip`, `.jzb`, anything else a folder.
PackageForm packageFormOf(const QString& path);

/// Writes a package, whole or not at all. A folder must not be there yet or be empty; a file of that name is replaced. False when it was
/// cancelled. Throws Error as filesOf(), and NotWritable, NotFound, Malformed naming what cannot be written or taken out.
bool writePackage(const PackagePaper& paper, const PackageContent& content, const QString& out, const WorkControl& control = {});

/// How packages of a dossier are made, as was chosen last for it and written down. What a receiver takes is the same for the next dossier:
/// where nothing was chosen yet, the limit is the one entered last.
struct Packing
{
    int dpi = 200;  ///< of photos on the pages: 200, 150 or 100
    int limit = 0;  ///< what the receiver takes at most, MB; 0: nothing is said

    bool operator==(const Packing&) const = default;
};
inline constexpr std::initializer_list<int> photoResolutions{200, 150, 100};
Packing packingOf(Workspace& workspace, qint64 dossier);
/// Writes it down when it is another than before.
void keepPacking(Workspace& workspace, const OpenDossier& dossier, const Packing& packing);

/// What the dossier comes to as a PDF, before it is finalised: it is printed to a scratch file. Thread-safe. Throws Error as writeDossier().
WrittenDossier measuredDossier(const Dossier& withPaths, const CallPack& pack, int dpi);

} // namespace jz
