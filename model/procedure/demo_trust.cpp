// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/demo_trust.h"

#include "model/base/output_file.h"
#include "model/call/call_pack_reader.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/participants_list.h"
#include "model/procedure/trust_desk.h"
#include "model/signature/new_identity.h"

#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The body that the dossier names as the one that recommends it.
QString recommendingBody(const Dossier& dossier, const CallPack& pack)
{
    for (const Section& section : pack.sections) {
        for (const Field& field : section.fields) {
            if (field.type == FieldType::RecommendingBody && !dossier.text(field.id).isEmpty())
                return dossier.text(field.id);
        }
    }
    return u"推荐单位"_s;
}

/// Takes the list in at a desk of its own, which is gone afterwards, and verifies the paper there.
PaperReport reportAtDesk(const QString& list, const QString& officeCertificate, const QString& paper)
{
    const QTemporaryDir folder;
    Workspace workspace(folder.path());
    const qint64 person = workspace.operators().add(u"经办人"_s, u"推荐单位"_s).key;
    workspace.operators().setCurrent(person);
    addTrusted(workspace, {officeCertificate, TrustKind::Office, {}, u"电话核对指纹"_s, {}}, person);
    importParticipantsList(list, workspace, person);
    return verifyInWorkspace(paper, workspace);
}

} // namespace

Identity makeDemoIdentity(const QString& folder, const QString& title, const QString& name)
{
    QByteArray random(18, 0);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    const QByteArray word = random.toBase64(QByteArray::Base64UrlEncoding);
    const QString file = folder + u'/' + title + u".p12";
    writeWholeFile(folder + u'/' + title + u"-口令.txt", word + '\n');
    const Passphrase passphrase(QString::fromLatin1(word));
    NewIdentity identity;
    identity.name = name;
    createIdentity(file, identity, passphrase);
    return Identity::load(file, passphrase);
}

void demonstrateTrust(const QString& folder, const QString& signedPaper, const std::function<void(const DemoStep&)>& told)
{
    const Dossier dossier = readDossierData(signedPaper);
    const CallPack pack = builtInCallPack(dossier.callId);
    const QString name = recommendingBody(dossier, pack);
    const Identity office = makeDemoIdentity(folder, u"示例办公室证书"_s, u"示例办公室"_s);
    const Identity body = makeDemoIdentity(folder, u"示例推荐单位证书"_s, name);
    const QString certificate = folder + u"/示例办公室证书.pem"_s;
    writeWholeFile(certificate, toPem(office.certificate()));
    const QString list = folder + u"/参与方名单.pdf"_s;
    const QDateTime now = QDateTime::currentDateTime();
    writeParticipantsList({dossier.callId, 1, now.date(), office.name(), {{name, TrustKind::Body, body.certificate()}}}, office, now, list);
    told({{u"办公室签署的参与方名单：各单位导入后，其中的签名人即为可信"_s, u"participants' list signed by the office: whoever imports it trusts who is on it"_s}, list});
    const QString countersigned = folder + u"/已推荐.pdf"_s;
    signPaper(signedPaper, countersigned, {SignatureRole::Recommender, body, u"同意推荐。"_s, {}, now, {}});
    told({{u"推荐单位已用证书会签，申报单位的签名不变"_s, u"countersigned by the recommending body; the applicant's signature stays"_s}, countersigned});
    const PaperReport report = reportAtDesk(list, certificate, countersigned);
    const QString out = folder + u"/已推荐-验证结果.json"_s;
    writeWholeFile(out, QJsonDocument(toJson(report, Language::Chinese)).toJson());
    const QList<SignatureReport>& signatures = report.signatures.signatures;
    if (signatures.size() != 2 || signatures.first().attestedBy != name || !signatures.last().trusted)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”的验证结果与写入的签名不一致。请把该文件夹发给开发者。"_s,
                                  u"The report on “%1” does not say what was signed. Send the folder to the developers."_s}
                        .arg(countersigned),
                    countersigned);
    told({{u"验证：推荐单位在名单上，可信；申报单位的自签证书由推荐单位证明"_s,
           u"verified: the body is on the list and trusted; it attests the applicant's self-issued certificate"_s},
          out});
}

} // namespace jz
