// SPDX-License-Identifier: Apache-2.0
#include "tests/support/batch_papers.h"

#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/sample_files.h"
#include "model/reference/credit_code.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"

#include <QFile>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

struct Unit
{
    QString name;
    QString code; ///< without its check character
    QString base;
};

const QList<Unit>& units()
{
    static const QList<Unit> all{{u"示例先进光电技术研究院"_s, u"12420000000000000"_s, u"光电子器件"_s},
                                 {u"示例农机装备研究院"_s, u"12420000000000019"_s, u"智能农机"_s},
                                 {u"示例生物医药产业研究院有限公司"_s, u"12420000000000027"_s, u"生物医药"_s},
                                 {u"示例新能源汽车协同创新中心"_s, u"12420000000000035"_s, u"新能源汽车"_s}};
    return all;
}

/// The sample as it is read, with files that last as long as the program.
const DossierInput& sample()
{
    static const ScratchFolder folder;
    static const DossierInput input = openDossier(copySample(u"sample-values.json"_s, folder.path(), {400, 300}));
    return input;
}

} // namespace

QUuid batchDossierId(int number)
{
    return QUuid(QString::number(number + 1) + u"1111111-2222-4333-8444-555555555555");
}

QString identityWord()
{
    return u"sample"_s;
}

QString identityFile(const ScratchFolder& folder, const QString& name)
{
    const QString path = folder.file(name + u".p12");
    if (!QFile::exists(path)) {
        NewIdentity identity;
        identity.name = name;
        createIdentity(path, identity, Passphrase(identityWord()));
    }
    return path;
}

void writeBatchDossier(int number, BatchPaperKind kind, const QString& path, int revision, const QMap<QString, QString>& values)
{
    const Unit& unit = units().at(number);
    Dossier dossier = sample().file.dossier;
    dossier.id = batchDossierId(number);
    dossier.revision = revision;
    dossier.values.insert(u"org_name"_s, unit.name);
    dossier.values.insert(u"base_name"_s, unit.base);
    dossier.values.insert(u"uscc"_s, QString(unit.code + credit_code::checkCharacter(unit.code)));
    for (auto each = values.begin(); each != values.end(); ++each)
        dossier.values.insert(each.key(), each.value());
    const ScratchFolder folder;
    const QString open = folder.file(u"open.pdf"_s);
    OutputOptions options;
    options.draft = kind == BatchPaperKind::Review;
    writeDossier(dossier, *sample().file.pack, options, kind == BatchPaperKind::Signed ? open : path);
    if (kind != BatchPaperKind::Signed)
        return;
    const Identity identity = Identity::load(identityFile(folder, unit.name), Passphrase(identityWord()));
    signPaper(open, path, {SignatureRole::Applicant, identity, {}, {}, QDateTime::currentDateTime(), {}});
}

const QStringList& signedDossiers()
{
    static const ScratchFolder folder;
    static const QStringList papers = [] {
        QStringList made;
        for (int i = 0; i < units().size(); ++i) {
            made << folder.file(u"%1-申报书.pdf"_s.arg(units().at(i).name));
            writeBatchDossier(i, BatchPaperKind::Signed, made.last());
        }
        return made;
    }();
    return papers;
}

} // namespace jz::test
