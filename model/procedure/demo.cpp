// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/demo.h"

#include "model/base/counted_text.h"
#include "model/base/error.h"
#include "model/base/output_file.h"
#include "model/dossier/checker.h"
#include "model/dossier/dossier_json.h"
#include "model/procedure/correction_statement.h"
#include "model/procedure/demo_trust.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/package.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/paper_verification.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/sample_scans.h"
#include "model/procedure/scan_intake.h"
#include "model/recommendation/return_slip_file.h"
#include "model/recommendation/slip_notes.h"
#include "model/reference/reference_data.h"
#include "model/signature/delivery_key.h"

#include <QDir>
#include <QJsonDocument>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString countOf(const Findings& findings, Severity severity)
{
    return QString::number(std::count_if(findings.begin(), findings.end(),
                                         [&](const Finding& finding) { return finding.severity == severity; }));
}

/// One run of the demonstration.
class Demo
{
public:
    Demo(QString folder, const std::function<void(const DemoStep&)>& told) : m_folder(std::move(folder)), m_told(told) {}

    void run()
    {
        const QStringList samples = sampleNames();
        for (const QString& sample : samples)
            prepare(sample);
        passPreReview();
        sign();
        verify();
        readBack();
        demonstrateTrust(m_folder, m_signed, m_told);
        signInInk();
        pack();
        correct();
    }

private:
    QString path(const QString& name) const { return m_folder + u'/' + name; }

    void tell(const LocalizedText& done, const QString& paper = {}) { m_told({done, paper}); }

    /// Values file, findings, draft and final PDF of one sample.
    void prepare(const QString& sample)
    {
        const QString values = copySample(sample, m_folder);
        tell({u"填报数据和附件已备好"_s, u"values file and attachments are there"_s}, values);
        const DossierInput input = openDossier(values);
        const Findings findings =
            input.file.findings + Checker(*input.file.pack, builtInReferenceData()).check(input.file.dossier);
        tell(CountedText{u"检查：错误 %1，警告 %2，提示 %3"_s, u"checked: %1 {error|errors}, %2 {warning|warnings}, %3 {hint|hints}"_s}.arg(
            countOf(findings, Severity::Error), countOf(findings, Severity::Warning), countOf(findings, Severity::Hint)));
        const QString name = sample.chopped(5);
        write(input, {true, {}}, path(name + u"-草稿.pdf"_s), {u"草稿，%1 页"_s, u"draft, %1 pages"_s});
        m_final = path(name + u"-定稿.pdf"_s);
        write(input, {false, {}}, m_final, {u"定稿，%1 页"_s, u"final, %1 pages"_s});
        m_input = input;
    }

    void write(const DossierInput& input, const OutputOptions& options, const QString& out, const LocalizedText& words)
    {
        const WrittenDossier written = writeDossier(input.file.dossier, *input.file.pack, options, out);
        tell(words.arg(QString::number(written.pages)), out);
        m_fingerprint = written.fingerprint;
        for (const LocalizedText& remark : written.remarks) {
            if (!m_remarked.contains(remark.zh))
                tell(remark);
            m_remarked << remark.zh;
        }
    }

    /// What the recommending body answers before anybody is led to sign.
    void passPreReview()
    {
        ReturnSlip slip = slipOn(m_input.file.dossier, m_fingerprint, *m_input.file.pack);
        slip.outcome = ReturnSlip::Outcome::Passed;
        slip.from = u"示例推荐单位"_s;
        slip.issued = QDate::currentDate();
        slip.letter = u"预审通过，可以打印、签字、盖章。"_s;
        const QString out = path(u"预审通过.pdf"_s);
        writeReturnSlip(slip, m_input.file.dossier, *m_input.file.pack, openDeliveryKey(path(u"传输校验密钥"_s), nullptr).identity, out);
        require(readReturnSlip(out).slip == slip, out);
        tell({u"推荐单位的预审意见：通过，可以签字盖章"_s, u"the recommending body's answer: passed, it may be signed and sealed"_s}, out);
    }

    /// What goes to the recommending body.
    void pack()
    {
        const QString out = path(u"报送包.jzb"_s);
        writePackage(readPackagePaper(m_inked), {}, out);
        tell({u"报送包：拿去邮件发送或拷到 U 盘"_s, u"the package, for a mail or a stick"_s}, out);
    }

    void sign()
    {
        const QString title = u"示例签名证书"_s;
        const Identity identity = makeDemoIdentity(m_folder, title, m_input.file.dossier.text(signerField()));
        tell({u"自签的签名证书，口令在旁边的文件里"_s, u"a self-issued identity; its passphrase lies beside it"_s}, path(title + u".p12"));
        m_signed = path(u"已签章.pdf"_s);
        signPaper(m_final, m_signed, {SignatureRole::Applicant, identity, {}, {}, QDateTime::currentDateTime(), {}});
        tell({u"申报单位已用证书签名"_s, u"signed by the applicant's certificate"_s}, m_signed);
    }

    /// The field whose value the applicant's opinion names.
    QString signerField() const
    {
        for (const Section& section : m_input.file.pack->sections) {
            for (const PrintRow& row : section.print) {
                if (row.kind == PrintRow::Kind::Opinion)
                    return row.fields.value(0);
            }
        }
        return {};
    }

    void verify()
    {
        const PaperReport report = verifyPaper(m_signed, {});
        const QString out = path(u"已签章-验证结果.json"_s);
        writeWholeFile(out, QJsonDocument(toJson(report, Language::Chinese)).toJson());
        require(report.signatures.verdict == Verdict::Untrusted, m_signed);
        tell({u"验证：签名完好、签后未改动；自签证书尚无人担保"_s,
              u"verified: intact and unchanged; nobody vouches for a self-issued certificate yet"_s},
             out);
    }

    void readBack()
    {
        const QString folder = path(u"已签章-解出"_s);
        QDir(folder).removeRecursively();
        extractDossier(m_signed, folder);
        const DossierInput back = openDossier(folder);
        require(dossierFingerprint(dossierJson(back.file.dossier)) == m_fingerprint, m_signed);
        tell({u"从签名文件解出的数据和附件与填报的完全一致"_s, u"data and attachments read back from the signed paper are the same"_s},
             folder);
    }

    /// Prints, signs, seals and scans a few pages, badly as it happens, and takes them in.
    void signInInk()
    {
        const PageMap map = readPageMap(m_final);
        QStringList scans;
        for (int page = 1; page <= map.pages.size(); ++page) {
            const bool isSigned = !map.pages.at(page - 1).areas.isEmpty();
            if (page > 1 && !isSigned)
                continue;
            const QImage scan = laidAskew(inkedSamplePage(m_final, map, page), isSigned ? 178.2 : 1.4);
            scans << path(u"签章扫描-%1.jpg"_s.arg(scans.size() + 1));
            OutputFile file(scans.last());
            scan.save(&file.device(), "JPEG", 80);
            file.commit();
            tell({u"样例扫描件（样章，不是真实印章），有一页放倒了"_s, u"a sample scan (the seal says so), one page upside down"_s}, scans.last());
        }
        std::reverse(scans.begin(), scans.end());
        const DeliveryKey key = openDeliveryKey(path(u"传输校验密钥"_s), nullptr);
        const QString out = m_inked = path(u"已签章-纸质扫描.pdf"_s);
        const TakenScans taken = takeScansIn({m_final, scans, {}, out, key.identity});
        require(taken.written && taken.problems.isEmpty(), out);
        tell({u"扫描件已按二维码配对、转正，放在定稿之后，并加传输校验"_s,
              u"scans matched by their codes, straightened, put behind the final pages; closed with the delivery mark"_s},
             out);
        verifyInk(out);
    }

    /// The next revision, one value of which is another, and the statement that says so.
    void correct()
    {
        DossierInput next = m_input;
        Dossier& dossier = next.file.dossier;
        for (const Section& section : m_input.file.pack->sections) {
            for (const Field& field : section.fields) {
                const bool fits = field.type == FieldType::Text && field.id != signerField() && !dossier.text(field.id).isEmpty();
                if (fits && dossier.revision == m_input.file.dossier.revision) {
                    dossier.values.insert(field.id, QString(dossier.text(field.id) + u"（更正示例）"_s));
                    dossier.parent = m_fingerprint;
                    ++dossier.revision;
                }
            }
        }
        const QString final = path(u"第2稿-定稿.pdf"_s);
        write(next, {false, {}}, final, {u"第 2 稿定稿，%1 页"_s, u"final of revision 2, %1 pages"_s});
        const QString out = path(u"更正说明.pdf"_s);
        const WrittenCorrection written = writeCorrection(m_final, final, out);
        const auto good = std::count_if(written.pages.begin(), written.pages.end(), [](const PageChange& page) { return page.staysGood(); });
        tell(CountedText{u"更正说明：%1 处更正，%2 页中 %3 页不必重新打印"_s, u"statement of %1 {correction|corrections}; of %2 {page|pages} %3 {stays|stay} good as printed"_s}.arg(
                 QString::number(written.corrections.size()), QString::number(written.pages.size()), QString::number(good)),
             out);
    }

    void verifyInk(const QString& paper)
    {
        const PaperReport report = verifyPaper(paper, {});
        const QString out = path(u"已签章-纸质扫描-验证结果.json"_s);
        writeWholeFile(out, QJsonDocument(toJson(report, Language::Chinese)).toJson());
        const bool good = report.ink.size() == 1 && report.ink.first().matched && report.ink.first().problems.isEmpty();
        require(report.signatures.verdict == Verdict::Marked && good, paper);
        tell({u"验证：传输校验成立，签名处有笔迹、盖章处有红色"_s,
              u"verified: the delivery mark holds, there is ink and red where they belong"_s},
             out);
    }

    static void require(bool holds, const QString& paper)
    {
        if (!holds)
            throw Error(ErrorCode::Malformed,
                        LocalizedText{u"“%1”与写入的内容不一致。请把该文件夹发给开发者。"_s,
                                      u"“%1” does not say what was put into it. Send the folder to the developers."_s}
                            .arg(paper),
                        paper);
    }

    QString m_folder;
    const std::function<void(const DemoStep&)>& m_told;
    DossierInput m_input;
    QString m_final;
    QString m_signed;
    QString m_inked; ///< signed with a pen, scanned and taken in
    QByteArray m_fingerprint;
    QStringList m_remarked;
};

} // namespace

void runDemo(const QString& folder, const std::function<void(const DemoStep&)>& told)
{
    Demo(folder, told).run();
}

} // namespace jz
