// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/content_reader.h"

#include "model/pdf/stream_data.h"

#include <cmath>
#include <unordered_set>

namespace jz {

namespace {

using Object = QPDFObjectHandle;
constexpr int deepestForms = 12;
constexpr size_t deepestSaves = 512;
constexpr size_t mostCovers = 100'000;
constexpr qint64 longestContent = 32LL * 1024 * 1024;

Affine matrixOf(const std::vector<double>& n)
{
    return n.size() == 6 ? Affine{n[0], n[1], n[2], n[3], n[4], n[5]} : Affine{};
}

/// Operators that say nothing about text and where it can be seen.
bool isWithoutBearing(std::string_view name)
{
    static const std::unordered_set<std::string_view> names{
        "w", "J", "j", "M", "d", "ri", "i", "G", "RG", "K", "CS", "SC", "SCN", "ET", "d0", "d1", "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"};
    return names.contains(name);
}

} // namespace

ContentReader::ContentReader(QpdfObjects& objects, ContentShared& shared, const QRectF& page)
    : m_objects(objects), m_page(page), m_shared(shared), m_resources(Object::newNull())
{
    m_state.clip = page;
}

void ContentReader::read(const QByteArray& content, Object resources)
{
    m_shared.bytes -= content.size();
    if (m_shared.bytes < 0) {
        m_text.isComplete = false;
        return;
    }
    const Object outer = m_resources;
    m_resources = resources;
    try {
        ContentTokens tokens(content);
        while (m_shared.operators > 0 && tokens.next()) {
            --m_shared.operators;
            execute(tokens.name(), tokens.operands());
        }
        m_text.isComplete = m_text.isComplete && m_shared.operators > 0 && tokens.isSound();
    } catch (const std::exception&) {
        m_text.isComplete = false;
    }
    m_resources = outer;
}

PageText ContentReader::take()
{
    constexpr qsizetype mostComparisons = 50'000'000;
    if (qsizetype(m_covers.size()) * m_text.runs.size() > mostComparisons) {
        m_text.isComplete = false;
        return m_text;
    }
    for (const Cover& cover : m_covers) {
        for (qsizetype i = 0; i < cover.after; ++i) {
            TextRun& run = m_text.runs[i];
            run.isCovered = run.isCovered || cover.area.contains(run.box.center());
        }
    }
    return m_text;
}

void ContentReader::execute(std::string_view name, const Operands& operands)
{
    m_numbers.clear();
    for (const ContentOperand& operand : operands) {
        if (operand.kind == ContentOperand::Number)
            m_numbers.push_back(operand.number);
    }
    const bool isKnown = executeText(name, operands) || executePath(name, m_numbers) || executeState(name, operands)
                         || executePaint(name, operands) || isWithoutBearing(name);
    // What an unknown operator does nobody knows.
    m_text.isComplete = m_text.isComplete && isKnown;
}

bool ContentReader::executeState(std::string_view name, const Operands& operands)
{
    if (name == "q") {
        if (m_saved.size() < deepestSaves)
            m_saved.push_back(m_state);
    } else if (name == "Q") {
        if (!m_saved.empty()) {
            m_state = m_saved.back();
            m_saved.pop_back();
        }
    } else if (name == "cm") {
        m_state.matrix = matrixOf(m_numbers) * m_state.matrix;
    } else if (name == "g" || name == "rg" || name == "k" || name == "sc" || name == "scn") {
        setColour(m_numbers);
    } else if (name == "cs") {
        m_state.white = false;
    } else if (name == "gs") {
        setGraphicsState(operands);
    } else {
        return false;
    }
    return true;
}

bool ContentReader::executePaint(std::string_view name, const Operands& operands)
{
    if (name == "Do") {
        paint(operands);
    } else if (name == "EI") {
        ++m_text.pictures;
        cover(m_state.matrix.mapRect(QRectF(0, 0, 1, 1)));
    } else if (name == "sh") {
        cover(m_state.clip);
    } else {
        return false;
    }
    return true;
}

/// Grey, red-green-blue or cyan-magenta-yellow-black, to judge by their number.
void ContentReader::setColour(const Numbers& n)
{
    const bool light = std::all_of(n.begin(), n.end(), [](double part) { return part >= 0.95; });
    const bool noInk = std::all_of(n.begin(), n.end(), [](double part) { return part <= 0.05; });
    m_state.white = !n.empty() && (n.size() == 4 ? noInk : light);
}

void ContentReader::setGraphicsState(const Operands& operands)
{
    if (operands.empty() || operands[0].kind != ContentOperand::Name)
        return;
    Object values = m_objects.get(m_objects.get(m_resources, "/ExtGState"), operands[0].text.c_str());
    Object alpha = m_objects.get(values, "/ca");
    if (alpha.isNumber())
        m_state.transparent = alpha.getNumericValue() < 0.05;
}

bool ContentReader::executePath(std::string_view name, const Numbers& n)
{
    const auto add = [this](double x, double y) {
        const QPointF point = m_state.matrix.map(QPointF(x, y));
        const QRectF dot(point, QSizeF(1e-6, 1e-6));
        m_path = m_path.isNull() ? dot : m_path.united(dot);
    };
    if ((name == "m" || name == "l") && n.size() == 2) {
        add(n[0], n[1]);
        m_pathIsBox = false;
    } else if (name == "re" && n.size() == 4) {
        m_pathIsBox = m_pathIsBox && m_path.isNull();
        add(n[0], n[1]);
        add(n[0] + n[2], n[1] + n[3]);
    } else if ((name == "c" && n.size() == 6) || ((name == "v" || name == "y") && n.size() == 4)) {
        for (size_t i = 0; i + 1 < n.size(); i += 2)
            add(n[i], n[i + 1]);
        m_pathIsBox = false;
    } else if (name == "W" || name == "W*") {
        m_clipsNext = true;
    } else if (name == "n" || name == "S" || name == "s") {
        endPath(false);
    } else if (name == "f" || name == "F" || name == "f*" || name == "B" || name == "B*" || name == "b" || name == "b*") {
        endPath(true);
    } else {
        return name == "h";
    }
    return true;
}

void ContentReader::endPath(bool fills)
{
    if (fills && m_pathIsBox && !m_state.transparent)
        cover(m_path);
    if (m_clipsNext)
        m_state.clip = m_state.clip.intersected(m_path);
    m_clipsNext = false;
    m_path = {};
    m_pathIsBox = true;
}

/// Covers that are not remembered might hide any text.
void ContentReader::cover(const QRectF& area)
{
    if (m_covers.size() < mostCovers)
        m_covers.push_back({area.intersected(m_state.clip), m_text.runs.size()});
    else
        m_text.isComplete = false;
}

bool ContentReader::executeText(std::string_view name, const Operands& operands)
{
    const double first = m_numbers.empty() ? 0 : m_numbers[0];
    if (name == "TJ") {
        if (!operands.empty())
            showArray(operands[0]);
    } else if (name == "Tj" || name == "'" || name == "\"") {
        if (name != "Tj")
            nextLine(0, -m_state.leading);
        if (!operands.empty() && operands.back().kind == ContentOperand::String)
            show(operands.back().text);
    } else if (name == "Tf")
        setFont(operands);
    else if (name == "Tc")
        m_state.charSpace = first;
    else if (name == "Tw")
        m_state.wordSpace = first;
    else if (name == "Tz")
        m_state.scale = first / 100;
    else if (name == "TL")
        m_state.leading = first;
    else if (name == "Ts")
        m_state.rise = first;
    else if (name == "Tr")
        m_state.mode = static_cast<int>(std::clamp(first, 0.0, 7.0));
    else
        return moveText(name);
    return true;
}

bool ContentReader::moveText(std::string_view name)
{
    const Numbers& n = m_numbers;
    if (name == "BT") {
        m_textMatrix = m_lineMatrix = Affine{};
    } else if (name == "Tm") {
        m_textMatrix = m_lineMatrix = matrixOf(n);
    } else if (name == "T*") {
        nextLine(0, -m_state.leading);
    } else if (name == "Td" || name == "TD") {
        if (n.size() == 2 && name == "TD")
            m_state.leading = -n[1];
        if (n.size() == 2)
            nextLine(n[0], n[1]);
    } else {
        return false;
    }
    return true;
}

void ContentReader::setFont(const Operands& operands)
{
    if (operands.size() != 2 || operands[0].kind != ContentOperand::Name || m_numbers.size() != 1)
        return;
    m_state.size = m_numbers[0];
    m_state.font.reset();
    Object font = m_objects.get(m_objects.get(m_resources, "/Font"), operands[0].text.c_str());
    if (!font.isDictionary())
        return;
    const int number = font.isIndirect() ? font.getObjectID() : 0;
    std::shared_ptr<FontText>& known = m_shared.fonts[number];
    if (!known || number == 0)
        known = std::make_shared<FontText>(m_objects, font);
    if (!known->isEmbedded() && !m_text.fontsNotEmbedded.contains(known->name()))
        m_text.fontsNotEmbedded.append(known->name());
    m_state.font = known;
}

void ContentReader::nextLine(double x, double y)
{
    m_lineMatrix = Affine::translation(x, y) * m_lineMatrix;
    m_textMatrix = m_lineMatrix;
}

void ContentReader::showArray(const ContentOperand& array)
{
    for (const ContentOperand& item : array.items) {
        if (item.kind == ContentOperand::String)
            show(item.text);
        else
            m_textMatrix = Affine::translation(-item.number / 1000 * m_state.size * m_state.scale, 0) * m_textMatrix;
    }
}

void ContentReader::show(const std::string& codes)
{
    if (!m_state.font) {
        m_text.isComplete = m_text.isComplete && codes.empty();
        return;
    }
    TextRun run;
    double advance = 0;
    for (const FontText::Glyph& glyph : m_state.font->decode(codes)) {
        run.text += glyph.text;
        advance += (glyph.width / 1000 * m_state.size + m_state.charSpace + (glyph.isBlank ? m_state.wordSpace : 0))
                   * m_state.scale;
    }
    const Affine toPage = m_textMatrix * m_state.matrix;
    run.box = toPage.mapRect(QRectF(0, m_state.rise, advance, m_state.size * 0.7).normalized());
    m_textMatrix = Affine::translation(advance, 0) * m_textMatrix;
    run.isInvisible = m_state.mode == 3 || m_state.mode == 7 || m_state.transparent
                      || run.box.height() < 0.5 || std::isnan(run.box.height());
    run.isWhite = m_state.white && (m_state.mode == 0 || m_state.mode == 4);
    const QRectF visible = m_state.clip.intersected(m_page).adjusted(-0.5, -0.5, 0.5, 0.5);
    run.isOutside = !visible.contains(run.box.center()) || !visible.contains(run.box.left(), run.box.center().y())
                    || !visible.contains(run.box.right() - 0.01, run.box.center().y());
    if (!run.text.isEmpty())
        m_text.runs.append(run);
}

void ContentReader::paint(const Operands& operands)
{
    if (operands.empty() || operands[0].kind != ContentOperand::Name)
        return;
    Object object = m_objects.get(m_objects.get(m_resources, "/XObject"), operands[0].text.c_str());
    Object type = m_objects.get(object, "/Subtype");
    if (!type.isName())
        return;
    if (type.getName() == "/Form") {
        paintForm(object);
    } else if (type.getName() == "/Image") {
        ++m_text.pictures;
        cover(m_state.matrix.mapRect(QRectF(0, 0, 1, 1)));
    }
}

void ContentReader::paintForm(Object form)
{
    const auto content = streamData(m_objects, form, longestContent);
    if (!content || m_depth >= deepestForms) {
        m_text.isComplete = false;
        return;
    }
    ++m_depth;
    const State outer = m_state;
    const size_t saved = m_saved.size();
    Object matrix = m_objects.get(form, "/Matrix");
    if (matrix.isMatrix()) {
        const auto m = matrix.getArrayAsMatrix();
        m_state.matrix = Affine{m.a, m.b, m.c, m.d, m.e, m.f} * m_state.matrix;
    }
    if (Object box = m_objects.get(form, "/BBox"); box.isRectangle()) {
        const auto r = box.getArrayAsRectangle();
        m_state.clip = m_state.clip.intersected(
            m_state.matrix.mapRect(QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized()));
    }
    Object own = m_objects.get(form, "/Resources");
    read(*content, own.isDictionary() ? own : m_resources);
    m_saved.resize(saved);
    m_state = outer;
    --m_depth;
}

} // namespace jz
