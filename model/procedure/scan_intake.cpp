// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/scan_intake.h"

#include "model/call/call_pack_reader.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/scan_straightening.h"
#include "model/procedure/scanned_paper.h"

#include <QFileInfo>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSheets = 500;

bool bears(const MappedPage& page, const QString& role)
{
    return std::any_of(page.areas.begin(), page.areas.end(), [&](const SignatureArea& area) { return area.role == role; });
}

void addSheets(QList<ScannedSheet>& sheets, const QString& file, const ScanReader& reader)
{
    int pages = 1;
    LocalizedText failure;
    try {
        pages = reader.pageCount(file);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Malformed && error.code() != ErrorCode::TooLarge)
            throw;
        failure = error.message();
    }
    if (sheets.size() + pages > mostSheets)
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"扫描件超过 %1 页。请只给需要签章的各页。"_s, u"There are more than %1 scanned pages. Give the signed pages only."_s}
                        .arg(QString::number(mostSheets)),
                    file);
    for (int page = 0; page < pages; ++page) {
        const QString name = QFileInfo(file).fileName();
        const QString where = pages == 1 ? name : QString(name + u':' + QString::number(page + 1));
        sheets.append({file, page, where, {}, failure, 0});
    }
}

void readSheet(ScannedSheet& sheet, const ScanReader& reader)
{
    if (!sheet.failure.isEmpty())
        return;
    try {
        sheet.codes = reader.read(sheet.file, sheet.page);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Malformed && error.code() != ErrorCode::TooLarge)
            throw;
        sheet.failure = error.message();
    }
}

/// One run of takeScansIn().
class Intake
{
public:
    Intake(const ScanIntake& intake, const ScanReader& reader, const WorkControl& control)
        : m_intake(intake), m_reader(reader), m_control(control), m_map(requireFinalPaper(intake.paper)), m_pack(builtInCallPack(m_map.callId))
    {
    }

    TakenScans run()
    {
        readAll();
        TakenScans taken;
        if (isCancelled()) {
            taken.cancelled = true;
            return taken;
        }
        m_matching = matchScans(m_map, m_sheets, pagesToScan(m_map, m_pack));
        taken.problems = m_matching.problems;
        const bool complete = !hasError(taken.problems);
        if (complete && !m_straightening.run(m_matching.pages, m_control)) {
            taken.cancelled = true;
            return taken;
        }
        if (complete)
            m_straightening.judge(m_matching.pages, u"applicant"_s);
        for (const MatchedPage& page : std::as_const(m_matching.pages)) {
            const bool compared = complete && m_straightening.isCompared(page.page);
            taken.pages.append({page.page, m_sheets.at(page.sheet).where, page.byCode(), compared, page.problems});
        }
        if (complete) {
            taken.roles = roles();
            writeScannedPaper({m_intake.paper, m_map, m_pack, pictures(), taken.roles, m_intake.out, m_intake.deliveryKey});
            taken.written = true;
        }
        return taken;
    }

private:
    bool isCancelled() const { return m_control.isCancelled && m_control.isCancelled(); }

    void readAll()
    {
        m_sheets = m_intake.sheets;
        QStringList files = m_intake.scans;
        for (const AssignedScan& assigned : m_intake.assigned) {
            if (!files.contains(assigned.file))
                files.append(assigned.file);
        }
        for (const ScannedSheet& sheet : m_intake.sheets)
            files.removeAll(sheet.file);
        m_sheets += readSheets(files, m_reader, m_control);
        for (const AssignedScan& assigned : m_intake.assigned)
            assign(assigned);
    }

    void assign(const AssignedScan& assigned)
    {
        if (assigned.page < 1 || assigned.page > m_map.pages.size())
            throw Error(ErrorCode::Usage,
                        LocalizedText{u"定稿没有第 %1 页，共 %2 页。"_s, u"There is no page %1 in the final PDF, it has %2."_s}
                            .arg(QString::number(assigned.page), QString::number(m_map.pages.size())),
                        assigned.file);
        for (ScannedSheet& sheet : m_sheets) {
            if (sheet.file == assigned.file && sheet.page + 1 == assigned.filePage) {
                sheet.assigned = assigned.page;
                return;
            }
        }
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"扫描件“%1”没有第 %2 页。"_s, u"The scan “%1” has no page %2."_s}
                        .arg(assigned.file, QString::number(assigned.filePage)),
                    assigned.file);
    }

    /// The roles whose pages are there. A recommending body that has not signed yet is none of them.
    QList<InkRole> roles() const
    {
        QList<InkRole> result;
        for (const QString& role : {u"applicant"_s, u"recommender"_s}) {
            InkRole entry{role, {}, true, {}};
            for (const MatchedPage& page : m_matching.pages) {
                const bool counts = role == u"applicant" ? bears(m_map.pages.at(page.page - 1), role) : m_straightening.isInked(page.page, role);
                if (!counts)
                    continue;
                entry.pages.append(page.page);
                entry.matched = entry.matched && page.byCode();
                if (role == u"applicant")
                    entry.problems += page.problems;
            }
            if (!entry.pages.isEmpty())
                result.append(entry);
        }
        return result;
    }

    QList<ScannedPicture> pictures() const
    {
        QList<ScannedPicture> result;
        for (const MatchedPage& page : m_matching.pages)
            result.append({page.page, m_straightening.picture(page.page), page.byCode(), page.problems});
        return result;
    }

    const ScanIntake& m_intake;
    const ScanReader& m_reader;
    const WorkControl& m_control;
    PageMap m_map;
    CallPack m_pack;
    QList<ScannedSheet> m_sheets;
    ScanMatching m_matching;
    ScanStraightening m_straightening{m_intake.paper, m_map, m_sheets, m_reader};
};

void requireSensible(const ScanIntake& intake)
{
    if (intake.scans.isEmpty() && intake.assigned.isEmpty() && intake.sheets.isEmpty())
        throw Error(ErrorCode::Usage, {u"没有给出扫描件。"_s, u"No scans were given."_s});
    const QString out = QFileInfo(intake.out).absoluteFilePath();
    QStringList inputs = intake.scans;
    inputs << intake.paper;
    for (const AssignedScan& assigned : intake.assigned)
        inputs << assigned.file;
    for (const QString& input : std::as_const(inputs)) {
        if (QFileInfo(input).absoluteFilePath() == out)
            throw Error(ErrorCode::Usage,
                        LocalizedText{u"结果不能写到“%1”，它是输入的文件。请换一个文件名。"_s,
                                      u"The result cannot be written to “%1”, which is one of the inputs. Choose another name."_s}
                            .arg(intake.out),
                        intake.out);
    }
}

} // namespace

QList<int> pagesToScan(const PageMap& map, const CallPack& pack)
{
    const bool wholeForm = pack.print[u"scans"_s][u"required"].toString() == u"form";
    QList<int> pages;
    for (int page = 1; page <= map.pages.size(); ++page) {
        const MappedPage& mapped = map.pages.at(page - 1);
        if ((wholeForm && mapped.isForm) || bears(mapped, u"applicant"_s))
            pages.append(page);
    }
    return pages;
}

QList<ScannedSheet> readSheets(const QStringList& files, const ScanReader& reader, const WorkControl& control)
{
    QList<ScannedSheet> sheets;
    for (const QString& file : files)
        addSheets(sheets, file, reader);
    runInParallel(int(sheets.size()), [&](int i) { readSheet(sheets[i], reader); }, control);
    return sheets;
}

TakenScans takeScansIn(const ScanIntake& intake, const ScanReader& reader, const WorkControl& control)
{
    requireSensible(intake);
    return Intake(intake, reader, control).run();
}

} // namespace jz
