// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/ranking_check.h"

#include "model/base/make_finding.h"
#include "model/base/sha256.h"
#include "model/procedure/signature_paper_data.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

Finding wrong(const char* rule, const LocalizedText& words)
{
    return makeFinding(rule, Severity::Error, words);
}

/// One dossier and its line.
class LineCheck
{
public:
    LineCheck(const SheetDossier& line, SheetedPaper& checked, const QHash<QString, const BatchPaper*>& byName, const QString& prefix)
        : m_line(line), m_paper(*checked.paper), m_checked(checked), m_byName(byName), m_prefix(prefix)
    {
    }

    void run()
    {
        checkContent();
        checkUnit();
        bool hasOwn = false;
        for (const ExpectedSignature& expected : m_line.signatures) {
            hasOwn = hasOwn || !expected.joint;
            const std::optional<Finding> problem = expected.kind == "ink"_L1 ? problemOfInk(expected) : problemOfCertificate(expected);
            m_checked.endorsed.append(QJsonObject{{u"body"_s, expected.body},
                                                  {u"joint"_s, expected.joint},
                                                  {u"kind"_s, expected.kind},
                                                  {u"signer"_s, expected.signer},
                                                  {u"file"_s, expected.file},
                                                  {u"sha256"_s, hexText(expected.sha256)},
                                                  {u"found"_s, !problem}});
            if (problem)
                m_checked.findings << *problem;
        }
        if (!hasOwn)
            add("intake.not-endorsed", {u"排序表上没有推荐单位对这份申报书的签章。请推荐单位签章后重新导出报送包。"_s,
                                        u"The ranking sheet names no signature of the recommending body for this dossier. The body endorses it and sends its bundle again."_s});
    }

private:
    void add(const char* rule, const LocalizedText& words) { m_checked.findings << wrong(rule, words); }

    void checkContent()
    {
        if (m_paper.fingerprint != m_line.fingerprint || m_paper.dossier.revision != m_line.revision)
            add("intake.content-changed",
                LocalizedText{u"内容不是排序表所列的那一份：表上是第 %1 稿，校验码 %2…；包里是第 %3 稿，校验码 %4…。请推荐单位核对后重新导出报送包。"_s,
                              u"Not the content that was ranked: the sheet says revision %1, check code %2…; the bundle has revision %3, check code %4…. The body checks that and sends "
                              "its bundle again."_s}
                    .arg(QString::number(m_line.revision), hexText(m_line.fingerprint).first(8), QString::number(m_paper.dossier.revision), hexText(m_paper.fingerprint).first(8)));
        else if (m_paper.sha256 != m_line.sha256)
            add("intake.file-changed", {u"内容与排序表一致，文件却不是表上的那一个：导出后被另存、重签，或签章有增减。请推荐单位重新导出报送包，原样发来。"_s,
                                        u"The content is that of the sheet, the file is not: saved anew, signed again, or signatures were added or taken off after it was exported. The body "
                                        "exports its bundle again and sends it as it is."_s});
        if (m_paper.kind == BatchPaper::Kind::Review)
            add("intake.not-final", {u"是带水印的草稿或送审稿，不是定稿。请推荐单位索取定稿。"_s, u"A draft or a copy for pre-review, not the final dossier. The body asks the unit for that."_s});
    }

    void checkUnit()
    {
        const bool wantsCertificate = m_line.signature == "certificate"_L1;
        const bool hasCertificate = std::any_of(m_paper.signers.begin(), m_paper.signers.end(), [](const PaperSigner& each) { return each.forApplicant && each.holds; });
        const bool isThere = wantsCertificate ? hasCertificate : m_line.signature != "ink"_L1 || m_paper.signature == "ink"_L1;
        if (!isThere)
            add("intake.unit-signature", wantsCertificate ? LocalizedText{u"排序表记有申报单位的证书签名，文件里没有或已失效：签名可能被去掉。请推荐单位发来签过名的原始文件。"_s,
                                                                          u"The sheet says that the unit signed by certificate; in the file that signature is not there, or does not hold: it may "
                                                                          "have been stripped. Ask the body for the original, signed file."_s}
                                                          : LocalizedText{u"排序表记有申报单位的签章扫描页，文件里没有。请推荐单位发来放入扫描页的原始文件。"_s,
                                                                          u"The sheet says that the unit signed in ink; the file has no such scans. Ask the body for the original file with them."_s});
    }

    std::optional<Finding> problemOfCertificate(const ExpectedSignature& expected) const
    {
        const auto isIts = [&](const PaperSigner& each) { return each.fingerprint == expected.signer && !each.forApplicant; };
        if (std::none_of(m_paper.signers.begin(), m_paper.signers.end(), isIts))
            return wrong("intake.signature-missing",
                         LocalizedText{u"缺“%1”的证书签名（证书指纹 %2…）：排序表上有，文件里没有，可能被去掉。请推荐单位发来签过名的原始文件。"_s,
                                       u"The certificate signature of “%1” (certificate %2…) is on the sheet and not in the file: it may have been stripped. Ask for the original, signed file."_s}
                             .arg(expected.body, expected.signer.first(std::min<qsizetype>(8, expected.signer.size()))));
        if (std::none_of(m_paper.signers.begin(), m_paper.signers.end(), [&](const PaperSigner& each) { return isIts(each) && each.holds; }))
            return wrong("intake.signature-broken",
                         LocalizedText{u"“%1”的证书签名不成立，或签后有不允许的改动。请推荐单位发来签过名的原始文件。"_s,
                                       u"The certificate signature of “%1” does not hold, or something was changed after it. Ask for the original, signed file."_s}
                             .arg(expected.body));
        return std::nullopt;
    }

    std::optional<Finding> problemOfInk(const ExpectedSignature& expected)
    {
        const BatchPaper* const came = m_byName.value(m_prefix + expected.file);
        if (!came)
            return wrong("intake.signature-paper-missing",
                         LocalizedText{u"缺“%1”的签章件“%2”。请推荐单位补齐后重发整个报送包。"_s, u"The signature paper “%2” of “%1” is not there. The body sends the whole bundle again."_s}.arg(
                             expected.body, expected.file));
        if (came->sha256 != expected.sha256 || came->dataName != signaturePaperDataName())
            return wrong("intake.signature-paper-changed",
                         LocalizedText{u"“%1”的签章件“%2”不是排序表所列的那一个文件，或已被改动。请推荐单位重新导出报送包，原样发来。"_s,
                                       u"The signature paper “%2” of “%1” is not the file that the sheet names, or was changed. The body exports its bundle again and sends it as it is."_s}
                             .arg(expected.body, expected.file));
        const SignaturePaper content = parseSignaturePaper(came->data, came->name);
        const bool belongs = content.dossier == m_line.dossier && content.revision == m_line.revision && content.fingerprint == m_line.fingerprint && content.body == expected.body
                             && content.joint == expected.joint;
        if (!belongs)
            return wrong("intake.signature-paper-elsewhere",
                         LocalizedText{u"签章件“%1”签的不是这份申报书的这一稿，或不是“%2”所签：它是“%3”对《%4》第 %5 稿的签章。请推荐单位核对。"_s,
                                       u"The signature paper “%1” is not of this dossier and revision, or not of “%2”: it is “%3” on “%4”, revision %5. Ask the body."_s}
                             .arg(expected.file, expected.body, content.body, content.title, QString::number(content.revision)));
        m_checked.signaturePapers << came;
        return std::nullopt;
    }

    const SheetDossier& m_line;
    const BatchPaper& m_paper;
    SheetedPaper& m_checked;
    const QHash<QString, const BatchPaper*>& m_byName;
    const QString& m_prefix;
};

Finding missing(const SheetDossier& line, int rank, const BatchPaper* sameName)
{
    const QString named = line.title.isEmpty() ? line.applicant : line.title;
    if (sameName)
        return wrong("intake.unreadable",
                     LocalizedText{u"第 %1 位《%2》（%3）：文件“%4”在包里，但已不能作为这份申报书读出，可能被改动或损坏。请推荐单位发来原始文件。"_s,
                                   u"No. %1 “%2” (%3): the file “%4” is in the bundle, but can no longer be read as that dossier; it may have been changed or damaged. Ask for the original."_s}
                         .arg(QString::number(rank), named, line.applicant, line.file));
    return wrong("intake.missing",
                 LocalizedText{u"第 %1 位《%2》（%3）在排序表上，包里没有（文件“%4”）。请推荐单位补齐后重发整个报送包。"_s,
                               u"No. %1 “%2” (%3) is on the sheet and not in the bundle (file “%4”). The body sends the whole bundle again."_s}
                     .arg(QString::number(rank), named, line.applicant, line.file));
}

} // namespace

RankingCheck checkAgainst(const RankingSheet& sheet, const QList<BatchPaper>& papers, const QString& prefix)
{
    QHash<QString, const BatchPaper*> byName;
    QHash<QUuid, const BatchPaper*> byId;
    for (const BatchPaper& paper : papers) {
        byName.insert(paper.name, &paper);
        const bool counts = paper.standing == BatchPaper::Standing::Counts || paper.standing == BatchPaper::Standing::Diverging;
        if (paper.isDossier() && counts && !byId.contains(paper.dossier.id))
            byId.insert(paper.dossier.id, &paper);
    }
    for (const SheetDossier& line : sheet.dossiers) // of several the one that was ranked
        if (const BatchPaper* const named = byName.value(prefix + line.file); named && named->isDossier() && named->dossier.id == line.dossier && named->sha256 == line.sha256)
            byId.insert(line.dossier, named);
    RankingCheck check;
    for (int i = 0; i < sheet.dossiers.size(); ++i) {
        const SheetDossier& line = sheet.dossiers.at(i);
        SheetedPaper checked;
        checked.rank = i + 1;
        checked.paper = byId.take(line.dossier);
        if (!checked.paper) {
            check.findings << missing(line, i + 1, byName.value(prefix + line.file));
            continue;
        }
        LineCheck(line, checked, byName, prefix).run();
        check.dossiers << checked;
    }
    for (const BatchPaper& paper : papers) {
        if (!paper.isDossier() || byId.value(paper.dossier.id) != &paper)
            continue;
        SheetedPaper extra;
        extra.paper = &paper;
        extra.findings << wrong("intake.extra", {u"包里有、排序表上没有：不算推荐。请推荐单位核对，要推荐的须排序、签章后重新导出报送包。"_s,
                                                 u"In the bundle and not on the ranking sheet: it is not recommended. If it should be, the body ranks and endorses it and sends its bundle again."_s});
        check.dossiers << extra;
    }
    return check;
}

} // namespace jz
