// SPDX-License-Identifier: Apache-2.0
#include "ui/form/month_picker.h"

#include "model/reference/text_forms.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int monthsOfYear = 12;
constexpr int columns = 4;

bool isMonth(const QString& text)
{
    return QDate::fromString(text + u"-01"_s, Qt::ISODate).isValid();
}

QString yearTitle(int year)
{
    return say(text(u"%1 年", u"%1").arg(QString::number(year)));
}

} // namespace

MonthPopup::MonthPopup(const QString& first, const QString& last, const QString& at, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_first(first), m_last(last), m_chosen(at), m_title(new QLabel(this))
{
    setObjectName(u"monthPopup"_s);
    setProperty("popup", true);
    setAttribute(Qt::WA_DeleteOnClose);
    const QDate begin = QDate::fromString((isMonth(at) ? at : isMonth(first) ? first : QDate::currentDate().toString(u"yyyy-MM"_s)) + u"-01"_s, Qt::ISODate);
    m_year = begin.year();
    m_month = begin.month() - 1;
    build();
    showYear();
}

void MonthPopup::build()
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    layout->setSpacing(Theme::space(2));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setFont(Theme::font(TextStyle::Strong));
    auto* const head = new QHBoxLayout;
    head->addWidget(yearButton(u"yearBefore"_s, u"chevron-left", say(u"上一年", u"The year before"), -1));
    head->addWidget(m_title, 1);
    head->addWidget(yearButton(u"yearAfter"_s, u"chevron-right", say(u"下一年", u"The year after"), 1));
    layout->addLayout(head);
    auto* const grid = new QGridLayout;
    grid->setSpacing(Theme::space(1));
    for (int i = 0; i < monthsOfYear; ++i) {
        auto* const button = new QToolButton(this);
        button->setObjectName(u"month%1"_s.arg(i + 1));
        button->setText(language() == Language::Chinese ? u"%1 月"_s.arg(i + 1) : QLocale(QLocale::English).monthName(i + 1, QLocale::ShortFormat));
        button->setCheckable(true);
        button->setMinimumWidth(Theme::space(13));
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, i] {
            Q_EMIT chosen(monthOf(i));
            close();
        });
        grid->addWidget(button, i / columns, i % columns);
        m_months << button;
    }
    layout->addLayout(grid);
    if (isMonth(m_first) && isMonth(m_last)) {
        auto* const limits = new QLabel(say(text(u"范围 %1 至 %2", u"From %1 to %2").arg(m_first, m_last)), this);
        limits->setProperty("quiet", true);
        limits->setFont(Theme::font(TextStyle::Small));
        limits->setAlignment(Qt::AlignCenter);
        layout->addWidget(limits);
    }
}

QToolButton* MonthPopup::yearButton(const QString& name, QStringView iconName, const QString& words, int by)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QToolButton::clicked, this, [this, by] { goBy(by * monthsOfYear); });
    return button;
}

QString MonthPopup::monthOf(int index) const
{
    return u"%1-%2"_s.arg(m_year, 4, 10, QChar(u'0')).arg(index + 1, 2, 10, QChar(u'0'));
}

void MonthPopup::goBy(int months)
{
    const int at = qBound(monthsOfYear, m_year * monthsOfYear + m_month + months, 9999 * monthsOfYear + monthsOfYear - 1);
    m_year = at / monthsOfYear;
    m_month = at % monthsOfYear;
    showYear();
}

void MonthPopup::showYear()
{
    m_title->setText(yearTitle(m_year));
    for (int i = 0; i < monthsOfYear; ++i) {
        QToolButton* const button = m_months.at(i);
        const QString month = monthOf(i);
        const bool outside = (isMonth(m_first) && month < m_first) || (isMonth(m_last) && month > m_last);
        button->setChecked(month == m_chosen);
        button->setProperty("quiet", outside);
        button->setToolTip(outside ? say(u"在规定的范围之外", u"Outside the limits") : QString());
        button->setAccessibleName(m_title->text() + u' ' + button->text());
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    m_months.at(m_month)->setFocus(Qt::OtherFocusReason);
}

void MonthPopup::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    m_months.at(m_month)->setFocus(Qt::PopupFocusReason);
}

bool MonthPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
        goBy(-1);
        return true;
    case Qt::Key_Right:
        goBy(1);
        return true;
    case Qt::Key_Up:
        goBy(-columns);
        return true;
    case Qt::Key_Down:
        goBy(columns);
        return true;
    case Qt::Key_PageUp:
        goBy(-monthsOfYear);
        return true;
    case Qt::Key_PageDown:
        goBy(monthsOfYear);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_months.at(m_month)->click();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

MonthPicker::MonthPicker(const QString& first, const QString& last, QWidget* parent)
    : QWidget(parent), m_first(first), m_last(last), m_line(new QLineEdit(this)), m_button(new QToolButton(this))
{
    m_line->setPlaceholderText(say(text(u"如 %1", u"such as %1").arg(first)));
    m_line->setInputMethodHints(Qt::ImhPreferNumbers);
    m_line->installEventFilter(this);
    m_button->setIcon(icon(u"calendar"));
    m_button->setIconSize({Theme::space(4.5), Theme::space(4.5)});
    m_button->setToolTip(say(u"选择年月（↓）", u"Choose a month (↓)"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_line, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(month(), false); });
    connect(m_button, &QToolButton::clicked, this, &MonthPicker::open);
}

QString MonthPicker::month() const
{
    return normalisedMonth(m_line->text());
}

void MonthPicker::showMonth(const QString& month)
{
    if (this->month() != month)
        m_line->setText(month);
}

void MonthPicker::tidy()
{
    if (m_line->text() != month())
        m_line->setText(month());
}

void MonthPicker::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_button->setVisible(!readOnly);
}

void MonthPicker::open()
{
    auto* const popup = new MonthPopup(m_first, m_last, isMonth(month()) ? month() : m_suggestion, this);
    connect(popup, &MonthPopup::chosen, this, [this](const QString& month) {
        m_line->setText(month);
        m_line->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited(month, true);
    });
    popup->adjustSize();
    QPoint place = mapToGlobal(QPoint(0, height()));
    const QRect screen = this->screen()->availableGeometry();
    if (place.y() + popup->height() > screen.bottom())
        place.setY(mapToGlobal(QPoint(0, 0)).y() - popup->height());
    place.setX(qMax(screen.left(), qMin(place.x(), screen.right() - popup->width())));
    popup->move(place);
    popup->show();
}

bool MonthPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_line->isReadOnly()) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if ((key.key() == Qt::Key_Down && key.modifiers() == Qt::NoModifier) || key.key() == Qt::Key_F4) {
            open();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace jz::ui
